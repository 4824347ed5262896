"use client";

import { SquarePen } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useShellSession } from "@/lib/query/shell-session";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { ParameterInput, ParameterOrigin } from "@/lib/domain/payers/parameters";
import { PARAMETER_GROUPS, type ParameterGroup } from "./parameter-groups";
import { ParameterOriginView } from "./parameter-origin";
import { parameterInWords } from "./parameter-words";

// Fetched when it is first opened: the page does not pay for it.
const ChangeProfileDialog = dynamic(
  () => import("./change-profile-dialog").then((module) => module.ChangeProfileDialog),
  { ssr: false },
);

export interface ParameterView {
  name: string;
  label: string;
  help: string;
  input: ParameterInput;
  value: unknown;
  origin: ParameterOrigin;
}

export interface PayerHead {
  id: string;
  name: string;
  version: number;
}

/** The profile in force on a day, group by group. */
export function PayerProfile({
  payer,
  parameters,
  today,
}: {
  payer: PayerHead;
  parameters: ParameterView[];
  today: string;
}) {
  const { can } = useShellSession();
  const [editing, setEditing] = useState<ParameterGroup | null>(null);
  return (
    <>
      {PARAMETER_GROUPS.map((group) => {
        const rows = group.names.flatMap((name) => parameters.filter((parameter) => parameter.name === name));
        return (
          <Panel
            key={group.key}
            title={group.label}
            flush
            actions={
              can("payers.change") && (
                <Button size="small" onClick={() => setEditing(group)}>
                  <SquarePen aria-hidden />
                  Change
                </Button>
              )
            }
          >
            <dl>
              {rows.map((parameter) => (
                <ParameterRow key={parameter.name} parameter={parameter} />
              ))}
            </dl>
          </Panel>
        );
      })}
      {editing && (
        <ChangeProfileDialog
          // Anew for each group, so that nothing of one is left in the other.
          key={editing.key}
          payer={payer}
          label={editing.label}
          parameters={editing.names.flatMap((name) =>
            parameters.filter((parameter) => parameter.name === name),
          )}
          today={today}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function ParameterRow({ parameter }: { parameter: ParameterView }) {
  return (
    <div className="grid gap-x-6 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,5fr)]">
      <dt>
        <span className="font-medium">{parameter.label}</span>
        <span className="block text-sm text-muted">{parameter.help}</span>
      </dt>
      <dd className="font-semibold">{parameterInWords(parameter.input, parameter.value)}</dd>
      <dd>
        <ParameterOriginView origin={parameter.origin} />
      </dd>
    </div>
  );
}
