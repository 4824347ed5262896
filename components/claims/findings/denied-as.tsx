import { denialInWords } from "@/lib/domain/denials/adjustment-reasons";

/** What the payer would answer if the claim left as it is: our words first, its code second. */
export function DeniedAs({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <p className="mt-1.5 text-sm text-muted">
      <span className="font-medium text-ink">Denied otherwise: </span>
      {codes.map((code, index) => (
        <span key={code}>
          {index > 0 && "; "}
          {denialInWords(code) ?? "by the payer"}{" "}
          <span className="font-mono whitespace-nowrap">({code})</span>
        </span>
      ))}
    </p>
  );
}
