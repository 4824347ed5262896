import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { findDenial, insertDenialNote } from "@/lib/data/denials/denial-records";
import { defineUseCase } from "../define-use-case";
import { denialNotFound } from "./denial-for-update";

/** Adds a note for whoever opens the denial next. It changes nothing that a colleague could have seen differently. */
export const addDenialNote = defineUseCase({
  name: "denials.add_note",
  permission: "denials.work",
  input: z.strictObject({
    itemId: z.uuid(),
    note: z.string().trim().min(1, "Write the note first.").max(4000),
  }),
  async run({ tx, actor }, { itemId, note }) {
    if ((await findDenial(tx, itemId)) === null) throw denialNotFound();
    const { organizationId, memberId, name: actorName } = actor;
    const noteId = await insertDenialNote(tx, { organizationId, itemId, note, memberId, actorName });
    await recordEvent(tx, actor, {
      ...{ event: "denial.noted", subjectType: "denial", subjectId: itemId, detail: { noteId } },
    });
    return { noteId };
  },
});
