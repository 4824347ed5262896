import { countDenialRows, DENIAL_COUNT_CAP } from "@/lib/data/denials/denial-queue";
import { defineUseCase } from "../define-use-case";
import { denialFilterSchema, toDenialFilter } from "./denial-query";

/** How many denials match a filter; `capped` when there are more than `count`. */
export const countDenials = defineUseCase({
  name: "denials.count",
  permission: "denials.view",
  input: denialFilterSchema,
  async run({ tx, actor }, input) {
    const count = await countDenialRows(tx, toDenialFilter(input, actor.memberId));
    return { count: Math.min(count, DENIAL_COUNT_CAP), capped: count > DENIAL_COUNT_CAP };
  },
});
