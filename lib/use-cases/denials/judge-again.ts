import { saveJudgedFigures } from "@/lib/data/denials/denials-to-judge";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { figuresOf } from "./judge-stored-denial";
import { readDenial } from "./read-denial";

/** Judges one locked denial after a step that changed its windows. */
export async function judgeAgain(tx: TenantTx, itemId: string, now: Date): Promise<void> {
  const { judged, today } = await readDenial(tx, itemId, now);
  await saveJudgedFigures(tx, [{ id: itemId, ...figuresOf(judged, today) }]);
}
