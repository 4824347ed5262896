import { describe, expect, it } from "vitest";
import * as z from "zod";
import { zodResolver } from "@/components/form/zod-resolver";

const schema = z.strictObject({
  payer: z.string().min(1, "Choose a payer."),
  lines: z.array(z.strictObject({ units: z.number().min(1, "At least one unit.") })),
});
const resolve = (values: z.input<typeof schema>) =>
  zodResolver(schema)(values, undefined, { fields: {}, shouldUseNativeValidation: false });

describe("zodResolver", () => {
  it("hands on the checked values", () => {
    expect(resolve({ payer: "AETNA", lines: [{ units: 2 }] })).toEqual({
      values: { payer: "AETNA", lines: [{ units: 2 }] },
      errors: {},
    });
  });

  it("puts each message where its field stands, also inside lists", () => {
    expect(resolve({ payer: "", lines: [{ units: 1 }, { units: 0 }] })).toMatchObject({
      values: {},
      errors: {
        payer: { message: "Choose a payer." },
        lines: { "1": { units: { message: "At least one unit." } } },
      },
    });
  });
});
