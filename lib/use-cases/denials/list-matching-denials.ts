import { listDenialIds } from "@/lib/data/denials/denial-queue";
import { defineUseCase } from "../define-use-case";
import { denialFilterSchema, toDenialFilter } from "./denial-query";

/** As many as one bulk action takes. */
export const MATCHING_DENIALS = 500;

/** Ids of every denial that matches a filter, for "select all matching". Shows nothing of a patient. */
export const listMatchingDenials = defineUseCase({
  name: "denials.list_matching",
  permission: "denials.view",
  input: denialFilterSchema,
  async run({ tx, actor }, input) {
    const ids = await listDenialIds(tx, toDenialFilter(input, actor.memberId), MATCHING_DENIALS + 1);
    return { itemIds: ids.slice(0, MATCHING_DENIALS), capped: ids.length > MATCHING_DENIALS };
  },
});
