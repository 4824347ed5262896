import { CircleCheck, OctagonX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { cn } from "@/components/ui/cn";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { countOf, formatCount } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";
import { isRemittance } from "./file-kinds";

/** The file on one side, what became of it on the other: they must be equal, in claims and to the cent. */
export function ImportEquation({ view }: { view: ImportView }) {
  const claimsGap = view.claimsTotal - view.claimsPosted - view.claimsQuarantined;
  const centsGap = view.centsTotal - view.centsPosted - view.centsQuarantined;
  const even = claimsGap === 0 && centsGap === 0;
  return (
    <Panel
      title="How the file came out"
      actions={
        even ? (
          <Badge tone="success" icon={CircleCheck}>
            Adds up to the cent
          </Badge>
        ) : (
          <Badge tone="danger" icon={OctagonX}>
            Off by {countOf(claimsGap, "claim")}, {formatCents(centsGap)}
          </Badge>
        )
      }
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Term
          label="Posted"
          count={view.claimsPosted}
          cents={view.centsPosted}
          className="text-success-ink"
        />
        <Sign>+</Sign>
        <Term
          label={isRemittance(view) ? "Held" : "Quarantined"}
          count={view.claimsQuarantined}
          cents={view.centsQuarantined}
          className={view.claimsQuarantined > 0 ? "text-warning-ink" : undefined}
        />
        <Sign>=</Sign>
        <Term label="In the file" count={view.claimsTotal} cents={view.centsTotal} />
      </div>
      {isRemittance(view) ? <OfPayments view={view} /> : <OfClaims view={view} />}
    </Panel>
  );
}

function OfPayments({ view }: { view: ImportView }) {
  const posted = view.paymentsTotal - view.paymentsHeld - view.paymentsKnown;
  return (
    <p className="mt-4 border-t border-line pt-3 text-muted">
      Of <b className="text-ink">{countOf(view.paymentsTotal, "payment")}</b>,{" "}
      <b className="text-ink">{formatCount(posted)}</b> posted,{" "}
      <b className={view.paymentsHeld > 0 ? "text-warning-ink" : "text-ink"}>
        {formatCount(view.paymentsHeld)}
      </b>{" "}
      held because they do not add up, <b className="text-ink">{formatCount(view.paymentsKnown)}</b> posted
      before with another file. <b className="text-ink">{countOf(view.claimsFlagged, "claim")}</b> with a
      denial, <b className="text-ink">{formatCount(view.claimsNew)}</b> that no claim file had brought.
    </p>
  );
}

function OfClaims({ view }: { view: ImportView }) {
  return (
    <p className="mt-4 border-t border-line pt-3 text-muted">
      Of the posted: <b className="text-ink">{formatCount(view.claimsNew)}</b> new,{" "}
      <b className="text-ink">{formatCount(view.claimsChanged)}</b> changed since the last export,{" "}
      <b className="text-ink">{formatCount(view.claimsUnchanged)}</b> sent like this before.{" "}
      <b className="text-ink">{formatCount(view.claimsFlagged)}</b> flagged by an edit.
    </p>
  );
}

function Term({
  label,
  count,
  cents,
  className,
}: {
  label: string;
  count: number;
  cents: number;
  className?: string;
}) {
  return (
    <div className="grid">
      <span className="text-sm text-muted">{label}</span>
      <span className={cn("text-2xl font-semibold", className)}>{countOf(count, "claim")}</span>
      <span className="text-lg">{formatCents(cents)}</span>
    </div>
  );
}

function Sign({ children }: { children: string }) {
  return <span className="text-2xl font-light text-faint">{children}</span>;
}
