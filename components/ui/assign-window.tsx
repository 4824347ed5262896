"use client";

import { useRef } from "react";
import { countOf } from "@/lib/format/counts";
import { Button } from "./button";
import { Dialog, DialogClose } from "./dialog";
import { Field } from "./field";
import { Select } from "./select";

const NOBODY = "nobody";

/** What an assignment would do; null while that is being found out. */
export interface AssignmentPreview {
  changing: readonly unknown[];
  skipped: readonly { reason: string; count: number }[];
}

/** Asks whom work goes to, and says beforehand how much of it changes hands, how much stays, and why. */
export function AssignWindow({
  noun,
  count,
  me,
  others,
  who,
  onWho,
  preview,
  pending,
  onAssign,
  onClose,
}: {
  /** "claim" */
  noun: string;
  count: number;
  me: { id: string };
  /** Whom else it may be given to. */
  others: readonly { id: string; name: string }[];
  /** A member's id; null: nobody. */
  who: string | null;
  onWho: (who: string | null) => void;
  preview: AssignmentPreview | null;
  pending: boolean;
  onAssign: () => void;
  onClose: () => void;
}) {
  const confirm = useRef<HTMLButtonElement>(null);
  const changing = preview?.changing.length ?? 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={confirm}
      width="small"
      title={`Assign ${countOf(count, noun)}`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            ref={confirm}
            variant="primary"
            focusableWhenDisabled
            disabled={changing === 0}
            pending={pending}
            onClick={onAssign}
          >
            {who === null ? "Give back" : "Assign"} {countOf(changing, noun)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="To whom?">
          <Select
            value={who ?? NOBODY}
            onChange={(value) => onWho(value === NOBODY ? null : value)}
            options={[
              { value: me.id, label: "Me" },
              { value: NOBODY, label: "Nobody: give back to everybody" },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <div role="status" className="rounded-md border border-line bg-sunken px-3 py-2">
          {preview === null ? (
            <p className="text-muted">Looking at what would change…</p>
          ) : (
            <>
              <p className="font-medium">{countOf(changing, `${noun} changes`, `${noun}s change`)} hands</p>
              {preview.skipped.map(({ reason, count: staying }) => (
                <p key={reason} className="text-sm text-muted">
                  {countOf(staying, "stays", "stay")} as {staying === 1 ? "it is" : "they are"}: {reason}
                </p>
              ))}
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
