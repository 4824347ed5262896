import { listWorklistIds } from "@/lib/data/claims/worklist";
import { defineUseCase } from "../define-use-case";
import { toWorklistFilter, worklistFilterSchema } from "./worklist-query";

/** As many as one bulk action takes. */
export const MATCHING_LIMIT = 500;

/** Ids of every claim that matches a filter, most urgent first, for "select all matching". Shows nothing of a patient. */
export const listMatchingClaims = defineUseCase({
  name: "claims.list_matching",
  permission: "claims.view",
  input: worklistFilterSchema,
  async run({ tx, actor }, input) {
    const ids = await listWorklistIds(tx, toWorklistFilter(input, actor.memberId), MATCHING_LIMIT + 1);
    return { claimIds: ids.slice(0, MATCHING_LIMIT), capped: ids.length > MATCHING_LIMIT };
  },
});
