export { hashPassword, verifyPassword } from "@/lib/use-cases/access/password-hash";
