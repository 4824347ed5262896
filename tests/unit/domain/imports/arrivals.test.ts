import { describe, expect, test } from "vitest";
import { aClaim, aLine, aProvider } from "../../../builders/a-claim";
import { arrivingEntity, arrivingPayer, entityKey, patientMatchKey } from "@/lib/domain/imports/arrival-keys";
import { statusOnArrival } from "@/lib/domain/imports/arrival-status";
import {
  IMPORT_LIFECYCLE,
  IMPORT_STATUSES,
  isImportRunning,
  nextImportStatus,
} from "@/lib/domain/imports/import-status";
import { sniffFile } from "@/lib/domain/imports/sniff-file";
import { hasUnstorableText, storableText, unpostableReason } from "@/lib/domain/imports/storable-claim";

describe("who is who", () => {
  const claim = aClaim();
  test("a person spelled in another way is the same person; another date of birth is another", () => {
    const respelled = aClaim({
      patient: { ...claim.patient, lastName: " Márlowe", firstName: "June" },
      subscriber: { ...claim.subscriber, memberId: "w100-200 300" },
    });
    expect(patientMatchKey(respelled)).toBe(patientMatchKey(claim));
    const younger = aClaim({ patient: { ...claim.patient, birthDate: "1961-04-13" } });
    expect(patientMatchKey(younger)).not.toBe(patientMatchKey(claim));
  });

  test("the Medicare Advantage plan under a company's number is a payer of its own", () => {
    const payer = { name: "AETNA", id: "60054", filingIndicator: "CI", responsibility: "P" } as const;
    expect(arrivingPayer(payer)).toMatchObject({ payerCode: "60054", kind: "commercial", preset: "aetna" });
    const advantage = arrivingPayer({ ...payer, name: "AETNA MEDICARE", filingIndicator: "16" });
    expect(advantage).toMatchObject({ payerCode: "60054/MA", kind: "medicare_advantage" });
    expect(arrivingPayer({ ...payer, id: null }).payerCode).toBe("name:aetna");
  });

  test("a billing provider needs one of its two numbers", () => {
    expect(entityKey(arrivingEntity(claim)!)).toBe("123456789|1234567893");
    const nobody = aClaim({ billing: { ...aProvider({ npi: null }), taxId: null } });
    expect(arrivingEntity(nobody)).toBeNull();
    const centre = aClaim({ billing: { ...aProvider({ taxonomy: "261QA1903X" }), taxId: "1" } });
    expect(arrivingEntity(centre)!.kind).toBe("asc");
  });
});

describe("where an arriving claim stands", () => {
  const base = { isHistory: false, hasScs: false, isFlagged: false, former: null };
  test.each([
    [{ ...base, hasScs: true }, "needs_coding"],
    [{ ...base, isFlagged: true }, "needs_coding"],
    [base, "ready"],
    [{ ...base, isHistory: true, hasScs: true, isFlagged: true }, "filed"],
    [{ ...base, former: "ready", hasScs: true }, "needs_coding"],
    [{ ...base, former: "in_review", hasScs: true }, "needs_coding"],
    [{ ...base, former: "ready", isFlagged: true }, "needs_coding"],
    [{ ...base, former: "needs_coding" }, "ready"],
  ] as const)("%o: %s", (claim, status) => {
    expect(statusOnArrival(claim)).toBe(status);
  });

  test("a claim that has left cannot become a new version of itself", () => {
    expect(() => statusOnArrival({ ...base, former: "released" })).toThrow();
  });
});

describe("an import's way", () => {
  test("ends published or refused; failed can only be tried again; nothing else leaves an end", () => {
    expect(IMPORT_STATUSES.filter((status) => Object.keys(IMPORT_LIFECYCLE[status]).length === 0)).toEqual([
      "published",
      "refused",
    ]);
    expect(nextImportStatus("failed", "retried")).toBe("received");
    expect(() => nextImportStatus("published", "started")).toThrow("cannot be started");
    expect(IMPORT_STATUSES.filter(isImportRunning)).toEqual(["received", "staging", "publishing"]);
  });
});

describe("a claim that cannot be posted", () => {
  test.each([
    ["no_service_date", aClaim({ lines: [aLine({ serviceFrom: null, serviceTo: null })] })],
    ["no_billing_provider", aClaim({ billing: { ...aProvider({ npi: null }), taxId: null } })],
    ["not_storable", aClaim({ lines: [aLine({ units: 1.0005 })] })],
    ["not_storable", aClaim({ lines: [aLine({ units: 999_999_999_999 })] })],
  ])("%s", (reason, claim) => expect(unpostableReason(claim)?.reason).toBe(reason));

  test("is none with minutes, thousandths of a unit or an odd but exact number", () => {
    for (const units of [75, 0.125, 1.005, 0, 999_999_999])
      expect(unpostableReason(aClaim({ lines: [aLine({ units })] })), String(units)).toBeNull();
  });

  test("holds the character zero or half a character; a text that only looks like it is fine", () => {
    expect(hasUnstorableText(JSON.stringify({ note: "a\0b" }))).toBe(true);
    expect(hasUnstorableText(JSON.stringify({ note: "\ud800" }))).toBe(true);
    for (const note of ["C:\\u0000", "\\\\u0000", "\u{1f600}", "\u0001", "Ünïcode"])
      expect(hasUnstorableText(JSON.stringify({ note })), note).toBe(false);
    expect(storableText("A\0\ud800B")).toBe("A\ufffdB");
    expect(storableText("\0")).toBeNull();
  });
});

describe("the first bytes of a file", () => {
  const bytes = (text: string) => Buffer.from(text, "latin1");
  test.each([
    ["", "The file is empty."],
    ["\r\n \n", "The file is empty."],
    ["%PDF-1.7 ISA", "This is a PDF document, not a claim file or a remittance."],
    [
      "PK\u0003\u0004....ISA",
      "This is a ZIP archive or an Office document, not a claim file or a remittance.",
    ],
    ["<!DOCTYPE html><html>", "This is a web page or XML, not a claim file or a remittance."],
    [
      "claim,amount\n1,2\n",
      "This is neither a claim file nor a remittance: it does not start with an interchange header (ISA).",
    ],
  ])("%j: %s", (text, sentence) => expect(sniffFile(bytes(text))).toBe(sentence));

  test("of X12 pass in every dress; what kind of X12 it is the reader says", () => {
    for (const text of ["ISA*00*", "\u00ef\u00bb\u00bfISA*00*", "\n\n ISA|00|"])
      expect(sniffFile(bytes(text))).toBeNull();
    expect(sniffFile(Buffer.from("\ufeffISA*00*", "utf16le"))).toBeNull();
  });
});
