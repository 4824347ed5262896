import { CircleCheck, OctagonX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Panel } from "@/components/ui/panel";
import { formatCents } from "@/lib/format/money";

/**
 * Claims less what was taken outside of claims is the deposit: the check that a person makes against the bank. It adds
 * up, or says by how much it does not.
 */
export function PaymentEquation({
  title,
  claims,
  providerCents,
  amountCents,
  amountLabel,
  differenceCents = 0,
}: {
  title: string;
  claims: { label: string; cents: number };
  providerCents: number;
  amountCents: number;
  amountLabel: string;
  /** Of payments that persons posted although they did not add up: it stands in the books as what it is. */
  differenceCents?: number;
}) {
  const gapCents = amountCents - (claims.cents - providerCents) - differenceCents;
  return (
    <Panel
      title={title}
      actions={
        gapCents === 0 ? (
          <Badge tone="success" icon={CircleCheck}>
            Adds up to the cent
          </Badge>
        ) : (
          <Badge tone="danger" icon={OctagonX}>
            Off by {formatCents(gapCents)}
          </Badge>
        )
      }
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Term label={claims.label} cents={claims.cents} />
        <Sign>{providerCents < 0 ? "+" : "−"}</Sign>
        <Term
          label={providerCents < 0 ? "Added outside of claims" : "Taken outside of claims"}
          cents={Math.abs(providerCents)}
          className={providerCents > 0 ? "text-warning-ink" : undefined}
        />
        {differenceCents !== 0 && (
          <>
            <Sign>{differenceCents < 0 ? "−" : "+"}</Sign>
            <Term
              label="Difference, posted by hand"
              cents={Math.abs(differenceCents)}
              className="text-warning-ink"
            />
          </>
        )}
        <Sign>{gapCents === 0 ? "=" : "≠"}</Sign>
        <Term
          label={amountLabel}
          cents={amountCents}
          className={gapCents === 0 ? "text-success-ink" : "text-danger-ink"}
        />
      </div>
    </Panel>
  );
}

function Term({ label, cents, className }: { label: string; cents: number; className?: string }) {
  return (
    <div className="grid">
      <span className="text-sm text-muted">{label}</span>
      <span className={cn("text-2xl font-semibold", className)}>{formatCents(cents)}</span>
    </div>
  );
}

function Sign({ children }: { children: string }) {
  return <span className="text-2xl font-light text-faint">{children}</span>;
}
