"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { addDenialNoteAction } from "@/lib/actions/denials";
import { formatInstant } from "@/lib/format/dates";
import { useDenialWork } from "./denial-work-context";
import { useDenialAction } from "./use-denial-action";
import { WorkSection } from "./work-section";

/** What colleagues should know, newest first. Nothing here leaves the practice. */
export function NotesPanel() {
  const { screen, me } = useDenialWork();
  const { notes, timeZone } = screen;
  return (
    <WorkSection title="Notes" aside="stay in the practice">
      {me.may.work && <NewNote />}
      {notes.length === 0 ? (
        <p className="text-muted">No note yet.</p>
      ) : (
        <ul className="grid gap-2" aria-label="Notes, newest first">
          {notes.map(({ id, note, actorName, createdAt }) => (
            <li key={id} className="rounded-md border border-line bg-surface px-3 py-2">
              <p className="break-words whitespace-pre-wrap">{note}</p>
              <p className="mt-0.5 text-sm text-muted">
                {actorName}, {formatInstant(createdAt, timeZone)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </WorkSection>
  );
}

function NewNote() {
  const { screen } = useDenialWork();
  const [note, setNote] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const add = useDenialAction(addDenialNoteAction, {
    success: "Note added",
    onSuccess: () => setNote(""),
  });
  const save = () => {
    if (note.trim() !== "") void add.run({ itemId: screen.item.id, note });
  };
  useShortcut({ id: "denial.note", keys: "m", label: "Write a note", group: "Denial" }, (event) => {
    event.preventDefault();
    field.current?.focus();
  });
  return (
    <div className="mb-2 grid gap-1.5">
      <Field label="New note" hideLabel error={add.error?.fields?.note}>
        <Textarea
          ref={field}
          rows={2}
          maxLength={4000}
          placeholder="A note for whoever opens this next"
          aria-keyshortcuts="m"
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
          }}
        />
      </Field>
      {note.trim() !== "" && (
        <span>
          <Button size="small" pending={add.pending} onClick={save}>
            Add note
          </Button>
        </span>
      )}
    </div>
  );
}
