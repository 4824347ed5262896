"use client";

import { usePathname, useRouter } from "next/navigation";
import { useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { DateInput, Input } from "@/components/ui/input";
import { AUDIT_AREAS } from "@/lib/domain/access/audit-areas";

/** What the list is narrowed to; everything stands in the address, so that a link is a view. */
export interface AuditFilterValues {
  event: string | null;
  memberId: string | null;
  subjectId: string | null;
  from: string | null;
  to: string | null;
}

/** Records have ids of this form. Nothing else reaches the address: what is typed by mistake can be a patient's name. */
const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const AREAS = Object.entries(AUDIT_AREAS).map(([value, label]) => ({ value, label }));

export function AuditFilters({
  values,
  members,
}: {
  values: AuditFilterValues;
  members: { id: string; name: string }[];
}) {
  const router = useRouter();
  const path = usePathname();
  const [pending, start] = useTransition();
  const [isNoId, setNoId] = useState(false);
  const isFiltered = Object.values(values).some((value) => value !== null);

  function go(change: Partial<AuditFilterValues>): void {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...values, ...change })) if (value) query.set(name, value);
    const text = query.toString();
    start(() => router.replace(text === "" ? path : `${path}?${text}`));
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const subjectId = new FormData(event.currentTarget).get("subjectId");
    const typed = typeof subjectId === "string" ? subjectId.trim() : "";
    const fits = typed === "" || RECORD_ID.test(typed);
    setNoId(!fits);
    if (fits) go({ subjectId: typed === "" ? null : typed.toLowerCase() });
  }

  return (
    <form
      method="post"
      role="search"
      aria-label="Narrow the audit trail"
      aria-busy={pending}
      onSubmit={submit}
      className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1.2fr_1.2fr_1.6fr_auto_auto_auto]"
    >
      <Field label="About">
        <Combobox
          placeholder="Everything"
          value={values.event?.split(".")[0] ?? null}
          onChange={(event) => go({ event })}
          options={AREAS}
        />
      </Field>
      <Field label="By">
        <Combobox
          placeholder="Everybody"
          value={values.memberId}
          onChange={(memberId) => go({ memberId })}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field
        label="Id of the claim, batch, member…"
        error={isNoId ? "Not an id: copy one from a row of the trail." : undefined}
      >
        <Input
          key={values.subjectId}
          name="subjectId"
          mono
          defaultValue={values.subjectId ?? ""}
          placeholder="Id, then Enter"
          // With several fields and no button a browser sends no form on Enter by itself.
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
      <Field label="From">
        <DateInput value={values.from ?? ""} onChange={(event) => go({ from: event.target.value || null })} />
      </Field>
      <Field label="To">
        <DateInput value={values.to ?? ""} onChange={(event) => go({ to: event.target.value || null })} />
      </Field>
      <Button
        variant="ghost"
        disabled={!isFiltered}
        onClick={() => start(() => router.replace(path))}
        className="justify-self-start"
      >
        Clear
      </Button>
    </form>
  );
}
