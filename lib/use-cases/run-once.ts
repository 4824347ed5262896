import { createHash } from "node:crypto";
import * as z from "zod";
import { findKeptResult, keepResult } from "@/lib/data/idempotency/idempotency-records";
import { AppError } from "@/lib/domain/shared/app-error";
import type { UseCaseContext } from "./define-use-case";

/** A key that the sender makes once per intention and sends again with each retry; null: a retry acts again. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,100}$/, "A key has 8 to 100 letters and digits.")
  .nullable()
  .default(null);

/**
 * Runs `act` once per key and member: a retry after an answer that got lost is given the first answer. Call it behind
 * the row lock that the two attempts share, else both could act. The answer is stored, so it must hold ids and counts
 * only. Throws `invalid_input` when the key comes again with something else to do.
 */
export async function runOnce<Output extends object>(
  { tx, actor }: UseCaseContext,
  useCase: string,
  key: string | null,
  input: unknown,
  act: () => Promise<Output>,
): Promise<Output> {
  if (key === null) return act();
  const ownKey = `${actor.memberId ?? "system"}:${key}`;
  const asked = createHash("sha256").update(JSON.stringify(input), "utf8").digest("hex");
  const kept = (await findKeptResult(tx, useCase, ownKey)) as { asked: string; output: Output } | null;
  if (kept !== null) {
    if (kept.asked === asked) return kept.output;
    throw new AppError("invalid_input", "This was sent before under the same key with other content.", {
      next: "Reload the page and do it again.",
    });
  }
  const output = await act();
  await keepResult(tx, {
    organizationId: actor.organizationId,
    useCase,
    key: ownKey,
    result: { asked, output },
  });
  return output;
}
