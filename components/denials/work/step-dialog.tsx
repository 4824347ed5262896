"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { DateInput, Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { recordDenialStepAction, undoDenialStepAction } from "@/lib/actions/denials";
import { DENIAL_EVENT_LABELS } from "@/lib/domain/denials/denial-words";
import { DENIAL_STATUS_LABELS, nextDenialStatus, type DenialEvent } from "@/lib/domain/denials/lifecycle";
import { questionsOf } from "@/lib/domain/denials/person-step";
import { useDenialWork } from "./denial-work-context";
import { useDenialAction } from "./use-denial-action";

/** Asks what was done, and of it only what that step needs; says what the denial will be afterwards. */
export function StepDialog({ onClose }: { onClose: () => void }) {
  const { screen } = useDenialWork();
  const { item, events, next, today } = screen;
  const [event, setEvent] = useState<DenialEvent>(events.includes(next.event) ? next.event : events[0]!);
  const [actedOn, setActedOn] = useState(today);
  const [reference, setReference] = useState("");
  const [contact, setContact] = useState("");
  const [note, setNote] = useState("");
  const asked = questionsOf(event);
  // What came of it is what a person writes; a stray Enter there records nothing.
  const noteField = useRef<HTMLTextAreaElement>(null);
  const record = useDenialAction(recordDenialStepAction, {
    success: ({ status }) => `${DENIAL_EVENT_LABELS[event]}: it is “${DENIAL_STATUS_LABELS[status]}” now`,
    undo: ({ version }) => undoDenialStepAction({ itemId: item.id, seenVersion: version }),
    onSuccess: onClose,
  });
  const fields = record.error?.fields ?? {};
  const save = () =>
    void record.run({
      ...{ itemId: item.id, seenVersion: item.version, event, note },
      actedOn: asked.day && actedOn !== "" ? actedOn : null,
      reference: asked.reference === null ? "" : reference,
      contact: asked.contact === null ? "" : contact,
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={noteField}
      width="small"
      title="Record what was done"
      description={`Afterwards it is “${DENIAL_STATUS_LABELS[nextDenialStatus(item.status, event)]}”.`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" pending={record.pending} onClick={save}>
            Record
          </Button>
        </>
      }
    >
      <div
        className="grid gap-4"
        onKeyDown={({ key, ctrlKey, metaKey }) => key === "Enter" && (ctrlKey || metaKey) && save()}
        role="presentation"
      >
        <Field label="What was done?">
          <Select
            value={event}
            onChange={(value) => {
              setEvent(value);
              record.reset();
            }}
            options={events.map((value) => ({ value, label: DENIAL_EVENT_LABELS[value] }))}
          />
        </Field>
        {asked.day && (
          <Field label="On which day?" error={fields.actedOn}>
            <DateInput value={actedOn} max={today} onChange={({ target }) => setActedOn(target.value)} />
          </Field>
        )}
        {asked.contact && (
          <Field label="With whom?" error={fields.contact}>
            <Input value={contact} maxLength={120} onChange={({ target }) => setContact(target.value)} />
          </Field>
        )}
        {asked.reference && (
          <Field
            label="Reference"
            description="Number of the call, claim, fax or letter."
            error={fields.reference}
            optional={asked.reference === "optional"}
          >
            <Input
              mono
              value={reference}
              maxLength={80}
              onChange={({ target }) => setReference(target.value)}
            />
          </Field>
        )}
        <Field label={asked.noteLabel} error={fields.note} optional={asked.note === "optional"}>
          <Textarea
            ref={noteField}
            value={note}
            maxLength={2000}
            onChange={({ target }) => setNote(target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
