import type { TaskList } from "graphile-worker";
import { rotateKey } from "@/lib/use-cases/access/rotate-key";
import { runReEdit } from "@/lib/use-cases/claims/run-re-edit";
import { runJudging } from "@/lib/use-cases/denials/run-judging";
import { runImport } from "@/lib/use-cases/imports/run-import";
import { taskOf, type TaskPayload } from "./run-task";

/** Every task that the queue may hold (prisma/access.sql lists the same names) and the use case that does it. */
export const TASKS: TaskList = {
  import_claims: taskOf<TaskPayload & { importId: string }>("import_claims", runImport),
  judge_denials: taskOf<TaskPayload>("judge_denials", runJudging),
  re_edit_claims: taskOf<TaskPayload>("re_edit_claims", runReEdit),
  rotate_key: taskOf<TaskPayload>("rotate_key", rotateKey),
};
