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

/** Guides of 835 that are read: the 2006 guide and its erratum, which every payer sends. */
export const REMITTANCE_GUIDES: readonly string[] = ["005010X221", "005010X221A1"];

/** Said of whatever else a file holds. */
export const WHAT_IS_READ = "only professional claims (837P) and remittances (835) are read";

/** Why a transaction set cannot be read as professional claims, or null when it can. */
export function refusalOfClaims(set: string, version: string): string | null {
  if (set === "835") return "This is a remittance (835); only professional claims (837P) are read here.";
  if (set !== "837") return otherSet(set);
  if (SUPPORTED_GUIDES.includes(version)) return null;
  if (version.startsWith("004010")) return replaced(version, "005010X222A1");
  const type = transactionType(set, version);
  if (type === "837I")
    return "Institutional claims (837I) are not yet supported; only professional claims (837P) are read.";
  if (type === "837D")
    return "Dental claims (837D) are not supported; only professional claims (837P) are read.";
  return `The file names a version ${named(version)}; professional claims are read as 005010X222, 005010X222A1 or 005010X222A2.`;
}

/** Why a transaction set cannot be read as a remittance, or null when it can. */
export function refusalOfRemittances(set: string, version: string): string | null {
  if (set === "837")
    return `These are claims (${transactionType(set, version)}); only remittances (835) are read here.`;
  if (set !== "835") return otherSet(set);
  if (REMITTANCE_GUIDES.includes(version)) return null;
  if (version.startsWith("004010")) return replaced(version, "005010X221A1");
  return `The file names a version ${named(version)}; remittances are read as 005010X221 or 005010X221A1.`;
}

function otherSet(set: string): string {
  return `This is ${OTHER_SETS[set] ?? "another kind of transaction"}; ${WHAT_IS_READ}.`;
}

function replaced(version: string, wanted: string): string {
  const guide = /^[0-9A-Z]{7,12}$/.test(version) ? ` (${version})` : "";
  return `Version 004010${guide} was replaced by 005010 in 2012 and is not read; have the file sent as ${wanted}.`;
}

function named(version: string): string {
  if (/^[0-9A-Z]{1,12}$/.test(version)) return `"${version}"`;
  return version === "" ? "that is missing" : "that is unreadable";
}
