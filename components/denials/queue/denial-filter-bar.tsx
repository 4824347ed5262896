"use client";

import { DateFilter } from "@/components/data-table/date-filter";
import { TextFilter } from "@/components/data-table/text-filter";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { DENIAL_QUEUES, denialQueueOf } from "@/lib/domain/denials/denial-queues";
import { DENIAL_CATEGORY_LABELS, RECOVERY_TIER_LABELS } from "@/lib/domain/denials/denial-words";
import { DENIAL_STATUS_LABELS, type DenialStatus } from "@/lib/domain/denials/lifecycle";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import { RECOVERY_TIERS, UNRATED } from "@/lib/domain/denials/recovery";
import { AmountFilter } from "./amount-filter";
import type { DenialView } from "./denial-params";
import { useDenialSetting } from "./denial-setting";
import { defaultWho } from "./denial-view";

const ANY = "any";

/** Narrows the queue; every choice stands in the address, what is typed does not. */
export function DenialFilterBar({
  view,
  onChange,
}: {
  view: DenialView;
  onChange: (change: Partial<DenialView>) => void;
}) {
  const { payers } = useDenialSetting();
  const narrow = (change: Partial<DenialView>) => onChange({ ...change, page: 1 });
  const statuses: readonly DenialStatus[] = DENIAL_QUEUES[view.queue].statuses;
  const status = view.status !== null && denialQueueOf(view.status) === view.queue ? view.status : ANY;
  return (
    <div
      role="search"
      aria-label="Filter denials"
      className="flex flex-wrap items-center gap-1.5 [--control:var(--control-small)] [&_input]:text-sm"
    >
      <TextFilter
        key={view.queue}
        label="Name, claim number or member id"
        placeholder="Name, claim or member id"
        text={view.q}
        onChange={(q) => narrow({ q })}
      />
      <WhoFilter view={view} onChange={(who) => narrow({ who })} />
      <Select
        label="Status"
        size="small"
        className="w-36"
        value={status}
        onChange={(value) => narrow({ status: value === ANY ? null : value })}
        options={[
          { value: ANY, label: "Any status" },
          ...statuses.map((value) => ({ value, label: DENIAL_STATUS_LABELS[value] })),
        ]}
      />
      <Combobox
        label="Why it was denied"
        className="w-48"
        placeholder="Any reason"
        value={view.category}
        onChange={(category) => narrow({ category: category as DenialView["category"] })}
        options={DENIAL_CATEGORIES.map((value) => ({ value, label: DENIAL_CATEGORY_LABELS[value] }))}
      />
      <Select
        label="Chance of recovery"
        size="small"
        className="w-28"
        value={view.tier ?? ANY}
        onChange={(value) => narrow({ tier: value === ANY ? null : value })}
        options={[
          { value: ANY, label: "Any tier" },
          ...RECOVERY_TIERS.map((value) => ({ value, label: RECOVERY_TIER_LABELS[value] })),
          { value: UNRATED, label: "Not rated" },
        ]}
      />
      <Combobox
        label="Payer"
        className="w-36"
        placeholder="Any payer"
        value={view.payer}
        onChange={(payer) => narrow({ payer })}
        options={payers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <AmountFilter least={view.least} most={view.most} onChange={narrow} />
      <DateFilter
        title="Deadline"
        anyDate="Any deadline"
        from={view.from}
        to={view.to}
        onChange={(days) => narrow({ ...days, limit: null })}
        withoutDate={{
          label: "Limit unknown",
          checked: view.limit === "unknown",
          onChange: (checked) =>
            narrow(checked ? { limit: "unknown", from: null, to: null } : { limit: null }),
        }}
      />
    </div>
  );
}

/** Whose denials: the default of role and queue is written into no address. */
function WhoFilter({ view, onChange }: { view: DenialView; onChange: (who: string | null) => void }) {
  const { me, owners } = useDenialSetting();
  const standard = defaultWho(view.queue, me.mayWork);
  const own = [
    { value: "mine", label: "Mine and unassigned" },
    { value: "me", label: "Only mine" },
  ];
  const options = [
    ...(me.mayWork ? own : []),
    { value: "unassigned", label: "Unassigned" },
    { value: "anyone", label: "Everybody's" },
    ...owners.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      label="Whose denials"
      size="small"
      className="w-40"
      value={view.who ?? standard}
      onChange={(who) => onChange(who === standard ? null : who)}
      options={options}
    />
  );
}
