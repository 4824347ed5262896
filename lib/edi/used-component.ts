import { plainText } from "./raw-segment";

/** Signs that are used to separate components; those that amounts and names hold (-, ., /) are not among them. */
const SEPARATED = /^([A-Z0-9]{2})([<>|^\\!;:`])([A-Z0-9].*)$/i;

/**
 * The component separator that a procedure (SVC01 "HC>63650") is really written with, when it is not the one that ISA
 * names; null when it is, or when nothing can be said.
 */
export function usedComponent(composite: string): string | null {
  if (composite.includes(":")) return null;
  return SEPARATED.exec(plainText(composite))?.[2] ?? null;
}

/** A code of two characters and the reference behind it (PLB03 "WO:123"), whatever separates them. */
export function codeAndReference(composite: string): { code: string; reference: string | null } {
  const [code = "", reference = ""] = composite.split(":").map((part) => plainText(part).trim());
  if (composite.includes(":")) return { code, reference: reference === "" ? null : reference };
  const separated = SEPARATED.exec(code);
  return { code: separated?.[1] ?? code, reference: separated?.[3]?.trim() ?? null };
}
