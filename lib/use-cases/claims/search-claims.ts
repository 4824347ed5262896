import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { searchClaimRecords } from "@/lib/data/claims/search-records";
import { normalized, searchCode } from "@/lib/domain/claims/search-text";
import { defineUseCase } from "../define-use-case";

const HITS = 50;

/** Finds claims by claim number, patient's name or member id, each from its beginning. */
export const searchClaims = defineUseCase({
  name: "claims.search",
  permission: "claims.view",
  input: z.strictObject({ text: z.string().trim().min(2, "Type at least two characters.").max(80) }),
  async run({ tx, actor }, { text }) {
    const hits = await searchClaimRecords(
      tx,
      { claimNumber: text, name: normalized(text), memberId: searchCode(text) },
      HITS,
    );
    // What was typed can be a name: the trail has the claims that were shown, not the words.
    await recordRead(tx, actor, { subjectType: "claim", shownIds: hits.map((hit) => hit.claimId) });
    return { hits, capped: hits.length === HITS };
  },
});
