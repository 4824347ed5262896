"use client";

import { DateFilter } from "@/components/data-table/date-filter";
import { TextFilter } from "@/components/data-table/text-filter";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { CLAIM_ROLES } from "@/lib/domain/claims/claim";
import { useWorklistSetting } from "./worklist-context";
import type { WorklistParams, WorklistView } from "./worklist-params";
import { defaultWho, isSignedQueue } from "./worklist-view";

const ANY = "any";
const WEIGHTS = [
  { value: ANY, label: "Any finding" },
  { value: "block", label: "Blocks" },
  { value: "review", label: "To review" },
  { value: "missing", label: "Fact missing" },
] as const;
const SIGNED = [
  { value: ANY, label: "Signed by anybody" },
  { value: "me", label: "Signed by me" },
  { value: "others", label: "Signed by others" },
] as const;
const ROLE_WORDS: Record<(typeof CLAIM_ROLES)[number], string> = {
  surgeon: "Surgeon",
  assistant: "Assistant surgeon",
  anaesthesia: "Anaesthesia",
  asc_facility: "Surgery centre",
  hospital: "Hospital",
};

/** Narrows the list; every choice stands in the address, what is typed does not. */
export function FilterBar({
  params,
  onChange,
}: {
  params: WorklistView;
  onChange: (change: Partial<WorklistView>) => void;
}) {
  const { me, payers, rules } = useWorklistSetting();
  const narrow = (change: Partial<WorklistView>) => onChange({ ...change, page: 1 });
  return (
    <div
      role="search"
      aria-label="Filter claims"
      className="flex flex-wrap items-center gap-1.5 [--control:var(--control-small)] [&_input]:text-sm"
    >
      <TextFilter
        key={params.queue}
        label="Name, claim number or member id"
        placeholder="Name, claim or member id"
        text={params.q}
        onChange={(q) => narrow({ q })}
      />
      <WhoFilter params={params} onChange={(who) => narrow({ who })} />
      {isSignedQueue(params.queue) && me.mayCorrect && (
        <Select
          label="Signed by"
          size="small"
          className="w-40"
          value={params.signed ?? ANY}
          onChange={(value) => narrow({ signed: value === ANY ? null : value })}
          options={SIGNED}
        />
      )}
      <Select
        label="Kind of finding"
        size="small"
        className="w-30"
        value={params.severity ?? ANY}
        onChange={(value) => narrow({ severity: value === ANY ? null : value })}
        options={WEIGHTS}
      />
      <Combobox
        label="Finding"
        className="w-44"
        placeholder="Any reason"
        value={params.rule}
        onChange={(rule) => narrow({ rule })}
        options={rules.map(({ rule, title }) => ({ value: rule, label: `${title} (${rule})` }))}
      />
      <Combobox
        label="Payer"
        className="w-36"
        placeholder="Any payer"
        value={params.payer}
        onChange={(payer) => narrow({ payer })}
        options={payers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label="Billed as"
        size="small"
        className="w-32"
        value={params.role ?? ANY}
        onChange={(value) => narrow({ role: value === ANY ? null : value })}
        options={[
          { value: ANY, label: "Any role" },
          ...CLAIM_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] })),
        ]}
      />
      <DateFilter
        title="Date of service"
        anyDate="Any service date"
        from={params.from}
        to={params.to}
        onChange={narrow}
      />
    </div>
  );
}

/** Whose claims: the default of role and queue is written into no address. */
function WhoFilter({ params, onChange }: { params: WorklistParams; onChange: (who: string | null) => void }) {
  const { me, coders } = useWorklistSetting();
  const standard = defaultWho(params.queue, me.mayCorrect);
  const options = [
    ...(me.mayCorrect
      ? [
          { value: "mine", label: "Mine and unassigned" },
          { value: "me", label: "Only mine" },
        ]
      : []),
    { value: "unassigned", label: "Unassigned" },
    { value: "anyone", label: "Everybody's" },
    ...coders.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      label="Whose claims"
      size="small"
      className="w-48"
      value={params.who ?? standard}
      onChange={(who) => onChange(who === standard ? null : who)}
      options={options}
    />
  );
}
