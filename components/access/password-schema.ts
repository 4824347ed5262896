import * as z from "zod";
import { passwordProblem } from "@/lib/domain/access/password-policy";

/** What the form for a new password of the person with this email accepts. */
export const passwordSchema = (email: string) =>
  z.strictObject({
    currentPassword: z.string().min(1, "Enter the password you have now."),
    newPassword: z.string().superRefine((password, context) => {
      const problem = passwordProblem(password, email);
      if (problem) context.addIssue({ code: "custom", message: problem });
    }),
  });
