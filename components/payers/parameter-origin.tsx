import { BadgeCheck, CircleHelp } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ParameterOrigin } from "@/lib/domain/payers/parameters";
import { withDatesFormatted } from "@/lib/format/dates";
import { ORIGIN_LABELS } from "./parameter-words";

/** Whether somebody checked a value against the contract, and where it comes from. */
export function ParameterOriginView({ origin }: { origin: ParameterOrigin }) {
  return (
    <div className="grid gap-0.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {origin.verified ? (
          <Badge tone="success" icon={BadgeCheck}>
            Verified
          </Badge>
        ) : (
          <Badge tone="warning" icon={CircleHelp}>
            {origin.level === "practice" ? "Not verified" : "Unverified default"}
          </Badge>
        )}
        <span className="text-sm text-muted">{ORIGIN_LABELS[origin.level]}</span>
      </div>
      <p className="text-sm text-muted">{withDatesFormatted(origin.source)}</p>
    </div>
  );
}
