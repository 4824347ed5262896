export { signInRoute as GET, signInRoute as POST } from "@/lib/auth/sign-in-route";
