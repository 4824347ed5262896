"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Panel } from "@/components/ui/panel";
import { SeverityBadge, type SeverityWord } from "@/components/ui/severity-badge";
import type { ClaimRole } from "@/lib/domain/claims/claim";
import { CLAIM_ROLE_LABELS } from "@/lib/format/claim-roles";
import { fromSnake } from "@/lib/format/codes";
import type { EditEntry } from "./filter-edits";

/** One edit in full: what, for whom, what it rests on, where we have it from. */
export function EditDetail({
  edit,
  isChosen,
  onClose,
}: {
  edit: EditEntry | null;
  /** False for the one that stands there before anything was chosen: there is nothing to close then. */
  isChosen: boolean;
  onClose: () => void;
}) {
  if (!edit) {
    return (
      <Panel className="max-xl:hidden">
        <p className="text-muted">
          An edit of the list stands here in full: what it looks at, what it rests on, where it comes from.
        </p>
      </Panel>
    );
  }
  return (
    <Panel
      className={isChosen ? "max-xl:order-first xl:sticky xl:top-16" : "max-xl:hidden xl:sticky xl:top-16"}
      title={edit.title}
      description={<span className="font-mono text-sm">{edit.rule}</span>}
      actions={isChosen && <IconButton label="Close" size="small" icon={<X />} onClick={onClose} />}
    >
      <div className="grid gap-3.5" aria-live="polite">
        <p>{edit.wrong}</p>
        <Fact label="Severity">
          <SeverityBadge severity={edit.severity as SeverityWord} />
          <span className="text-sm text-muted">A payer’s profile may change it.</span>
        </Fact>
        <Fact label="Denials it prevents">
          {edit.prevents.length === 0 ? "None; nothing is denied for it." : <Chips words={edit.prevents} />}
        </Fact>
        <Fact label="Looks at">
          <Chips words={edit.roles.map((role) => CLAIM_ROLE_LABELS[role as ClaimRole] ?? fromSnake(role))} />
          <span className="w-full text-muted">
            {edit.codes === null ? "Every claim" : `Claims with ${edit.codes.join(", ")}`}
            {edit.payerKinds === null
              ? ", whoever pays."
              : `, when the payer is ${edit.payerKinds.join(" or ")}.`}
          </span>
        </Fact>
        {edit.parameters.length > 0 && (
          <Fact label="Payer parameters">
            <Chips words={edit.parameters.map((parameter) => parameter.label)} />
          </Fact>
        )}
        {edit.facts.length > 0 && (
          <Fact label="Clinical facts">
            <Chips words={edit.facts.map((fact) => fact.label)} />
          </Fact>
        )}
        {edit.tables.length > 0 && (
          <Fact label="Dated tables">
            <Chips words={edit.tables.map(fromSnake)} />
          </Fact>
        )}
        <Fact label="Sources">
          <ul className="grid list-disc gap-0.5 pl-4">
            {edit.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </Fact>
      </div>
    </Panel>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label}>
      <h3 className="text-sm font-medium text-muted">{label}</h3>
      <div className="mt-1 flex flex-wrap items-center gap-1.5">{children}</div>
    </section>
  );
}

function Chips({ words }: { words: readonly string[] }) {
  return words.map((word) => (
    <Badge key={word} className="h-auto min-h-5 whitespace-normal">
      {word}
    </Badge>
  ));
}
