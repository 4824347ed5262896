import type { FindingView } from "@/lib/domain/claims/claim-screen";

/** What the payer would answer if the claim left as it is: our words first, its code second. */
export function DeniedAs({ reasons }: { reasons: FindingView["deniedAs"] }) {
  if (reasons.length === 0) return null;
  return (
    <p className="mt-1.5 text-sm text-muted">
      <span className="font-medium text-ink">Denied otherwise: </span>
      {reasons.map(({ code, words }, index) => (
        <span key={code}>
          {index > 0 && "; "}
          {words ?? "by the payer"} <span className="font-mono whitespace-nowrap">({code})</span>
        </span>
      ))}
    </p>
  );
}
