import { SUPPORTED_GUIDES } from "./guide-837p";

/** What a transaction is, for people: "837P", "837I", "835"; the bare number where the guide is not known. */
export function transactionType(set: string, version: string): string {
  if (set !== "837") return set;
  const guide = /X(\d{3})/.exec(version)?.[1];
  if (guide === "222" || guide === "098") return "837P";
  if (guide === "223" || guide === "096") return "837I";
  if (guide === "224" || guide === "097") return "837D";
  return "837";
}

const OTHER_SETS: Record<string, string> = {
  "835": "a remittance (835)",
  "999": "an acknowledgement (999)",
  "997": "an acknowledgement (997)",
  "277": "a claim status or claim acknowledgement (277)",
  "276": "a claim status request (276)",
  "270": "an eligibility request (270)",
  "271": "an eligibility answer (271)",
  "278": "an authorization request or answer (278)",
  "275": "an attachment (275)",
  "834": "an enrolment (834)",
  "820": "a premium payment (820)",
};

/** Why a transaction set cannot be read as professional claims, or null when it can. */
export function refusalOf(set: string, version: string): string | null {
  if (set !== "837") {
    const what = OTHER_SETS[set] ?? "another kind of transaction";
    return `This is ${what}; only professional claims (837P) are read here.`;
  }
  if (SUPPORTED_GUIDES.includes(version)) return null;
  const type = transactionType(set, version);
  if (version.startsWith("004010")) {
    return `Version 004010 (${version}) was replaced by 005010 in 2012 and is not read; have the file exported as 005010X222A1.`;
  }
  if (type === "837I")
    return "Institutional claims (837I) are not yet supported; only professional claims (837P) are read.";
  if (type === "837D")
    return "Dental claims (837D) are not supported; only professional claims (837P) are read.";
  const named = /^[0-9A-Z]{1,12}$/.test(version)
    ? `"${version}"`
    : version === ""
      ? "that is missing"
      : "that is unreadable";
  return `The file names a version ${named}; professional claims are read as 005010X222, 005010X222A1 or 005010X222A2.`;
}
