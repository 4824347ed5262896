import type { Finding } from "./finding";

/**
 * What a finding rests on, as canonical text: callers hash it. An override holds as long as this stays the same, so the
 * message (with the claim's own values) is part of it and the line number alone is not enough.
 */
export function evidenceText(finding: Finding): string {
  return JSON.stringify([finding.edit, finding.severity, finding.line, finding.occurrence, finding.message]);
}
