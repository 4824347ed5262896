import { describe, expect, it } from "vitest";
import { takeXray } from "@/lib/domain/xray/take-xray";
import { XRAY_CASES, xrayInWords } from "../../../fixtures/xray-cases";

describe("the day-one X-ray, worked out by hand", () => {
  it.each(XRAY_CASES.map((row) => [row.title, row] as const))("%s", (_, { answers, asOf, gives }) => {
    expect(xrayInWords(takeXray(answers, { asOf }))).toEqual(gives);
  });

  it.each(XRAY_CASES.map((row) => [row.title, row] as const))(
    "says the same in whatever order the files are read: %s",
    (_, { answers, asOf, gives }) => {
      expect(xrayInWords(takeXray([...answers].reverse(), { asOf }))).toEqual(gives);
    },
  );
});
