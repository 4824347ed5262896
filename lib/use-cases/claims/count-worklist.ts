import { COUNT_CAP, countWorklistRows } from "@/lib/data/claims/worklist";
import { defineUseCase } from "../define-use-case";
import { toWorklistFilter, worklistFilterSchema } from "./worklist-query";

/** How many claims match a filter; `capped` when there are more than `count`. */
export const countWorklist = defineUseCase({
  name: "claims.count",
  permission: "claims.view",
  input: worklistFilterSchema,
  async run({ tx, actor }, input) {
    const count = await countWorklistRows(tx, toWorklistFilter(input, actor.memberId));
    return { count: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP };
  },
});
