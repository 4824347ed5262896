import * as z from "zod";
import type { ClaimChange } from "./change";

const line = z.int().min(1).max(999);
const text = z.string().max(200);
const cents = z.int().min(0);

/** Corrections as they arrive from a browser; `applyChanges` judges them against the claim. */
export const claimChangeSchema: z.ZodType<ClaimChange> = z.union([
  z.strictObject({
    kind: z.literal("set_claim"),
    field: z.enum([
      "authorization",
      "referral",
      "payerControlNumber",
      "frequency",
      "placeOfService",
      "note",
      "delayReason",
    ]),
    value: text.nullable(),
  }),
  z.strictObject({ kind: z.literal("set_diagnoses"), value: z.array(text).max(24) }),
  z.strictObject({ kind: z.literal("set_line"), line, field: z.enum(["code", "note"]), value: text }),
  z.strictObject({
    kind: z.literal("set_line"),
    line,
    field: z.literal("placeOfService"),
    value: text.nullable(),
  }),
  z.strictObject({
    kind: z.literal("set_line"),
    line,
    field: z.literal("modifiers"),
    value: z.array(text).max(12),
  }),
  z.strictObject({ kind: z.literal("set_line"), line, field: z.literal("units"), value: z.number() }),
  z.strictObject({ kind: z.literal("set_line"), line, field: z.literal("chargeCents"), value: cents }),
  z.strictObject({
    kind: z.literal("set_line"),
    line,
    field: z.literal("diagnosisPointers"),
    value: z.array(z.int()).max(12),
  }),
  z.strictObject({
    kind: z.literal("set_line"),
    line,
    field: z.literal("authorizations"),
    value: z.array(text).max(12),
  }),
  z.strictObject({
    kind: z.literal("set_line"),
    line,
    field: z.literal("serviceDates"),
    value: z.strictObject({ from: text, to: text }),
  }),
  z.strictObject({ kind: z.literal("remove_line"), line }),
  z.strictObject({
    kind: z.literal("split_line"),
    line,
    units: z.number(),
    chargeCents: cents,
    modifiers: z.array(text).max(12),
  }),
  z.strictObject({ kind: z.literal("merge_lines"), into: line, from: line }),
]);
