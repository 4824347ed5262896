import * as z from "zod";

export const settingsSchema = z.strictObject({
  name: z.string().trim().min(2, "Enter the name of the organization.").max(120),
  timeZone: z.string().min(1, "Choose a time zone."),
  requiresSecondFactor: z.boolean(),
  requiresSecondReview: z.boolean(),
  billingMode: z.enum(["inline", "beside"]),
});
