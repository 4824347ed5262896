/**
 * What an audit row may carry beside its subject: ids, counts and the names of things, by the ending of the key.
 * Patient data has no key here, so it cannot be written by accident; text that a person typed has none either.
 */
export interface AuditDetail {
  [id: `${string}Id`]: string | null;
  [ids: `${string}Ids`]: readonly string[];
  [count: `${string}Count`]: number;
  [position: `${string}Number`]: number;
  [money: `${string}Cents`]: number;
  [flag: `is${string}`]: boolean;
  /** From here on words of the program: a field, a rule, a status, a role. */
  field?: string;
  fields?: readonly string[];
  fact?: string;
  edit?: string;
  rule?: string;
  from?: string;
  to?: string;
  role?: string;
  kind?: string;
  status?: string;
  queue?: string;
  useCase?: string;
  permission?: string;
  parameter?: string;
  parameters?: readonly string[];
  effectiveFrom?: string;
  sha256?: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A word of the program: no spaces, so no sentence and no "Last, First". */
const WORD = /^[A-Za-z0-9][A-Za-z0-9_.:[\]-]{0,99}$/;
const WORD_KEYS = new Set(
  "field fields fact edit rule from to role kind status queue useCase permission parameter parameters effectiveFrom sha256".split(
    " ",
  ),
);
const NUMBER_KEY = /(Count|Number|Cents)$/;
const MAX_IDS = 500;

function isAllowed(key: string, value: unknown): boolean {
  if (/Ids$/.test(key))
    return Array.isArray(value) && value.length <= MAX_IDS && value.every((id) => UUID.test(String(id)));
  if (/Id$/.test(key)) return value === null || (typeof value === "string" && UUID.test(value));
  if (NUMBER_KEY.test(key)) return typeof value === "number" && Number.isFinite(value);
  if (/^is[A-Z]/.test(key)) return typeof value === "boolean";
  if (!WORD_KEYS.has(key)) return false;
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  return words.length <= MAX_IDS && words.every((word) => typeof word === "string" && WORD.test(word));
}

/** The detail without its absent keys. Throws on anything that is not an id, a number or a word of the program. */
export function checkedDetail(
  detail: AuditDetail,
): Record<string, string | number | boolean | string[] | null> {
  const kept: Record<string, string | number | boolean | string[] | null> = {};
  for (const [key, value] of Object.entries(detail)) {
    if (value === undefined) continue;
    // The value stays out of the message: it may be the very thing that must not be written down.
    if (!isAllowed(key, value))
      throw new Error(`audit detail "${key}" is not an id, a number or a word of the program`);
    kept[key] = value as string | number | boolean | string[] | null;
  }
  return kept;
}
