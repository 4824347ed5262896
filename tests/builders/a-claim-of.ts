import type { Claim, ServiceLine } from "@/lib/domain/claims/claim";
import { aClaim, aLine } from "./a-claim";

/**
 * A claim in the short hand of billers: "63650-58x2 + 63685 @22 dos=2026-06-09 dx=M961,G894".
 * Each line is CODE[-MODIFIER…][xUNITS]; @ is the place of service, dos the day of every line, dx the diagnoses.
 * Every line points at the first two of them and is charged 9,500.00 a unit.
 */
export function aClaimOf(shorthand: string, overrides: Partial<Claim> = {}): Claim {
  const words = shorthand.split(/\s+/).filter((word) => word !== "+");
  const value = (prefix: string) =>
    words.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? null;
  const day = value("dos=") ?? "2026-06-03";
  const diagnoses = (value("dx=") ?? "M961,G894").split(",").filter((code) => code !== "");
  const diagnosisPointers = diagnoses.slice(0, 2).map((_, at) => at + 1);
  const lines = words
    .filter((word) => /^[0-9A-Z]{5}(-|x|$)/.test(word))
    .map((word): ServiceLine => {
      const [, code, modifiers, units] = /^([0-9A-Z]{5})((?:-[0-9A-Z]{2})*)(?:x([\d.]+))?$/.exec(word)!;
      return aLine({
        ...{ code: code!, modifiers: modifiers!.split("-").slice(1), units: Number(units ?? 1) },
        ...{ chargeCents: 950_000 * Number(units ?? 1), serviceFrom: day, serviceTo: day, diagnosisPointers },
      });
    });
  const placeOfService = value("@") ?? "24";
  return aClaim({ lines, diagnoses, placeOfService, ...overrides });
}
