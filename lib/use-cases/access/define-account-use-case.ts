import type * as z from "zod";
import { findAccountIdOfMember } from "@/lib/data/access/account-records";
import { withAuth } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/shared/app-error";
import { parseInput, requirePermission, type UseCase } from "../define-use-case";

export interface AccountContext {
  actor: Actor & { memberId: string; sessionId: string };
  userId: string;
  now: Date;
}

/**
 * What a person does to the own login. The login belongs to no organization, so these run under the sign-in role and
 * open their transactions themselves: a wrong answer must stay counted although the whole fails.
 */
export function defineAccountUseCase<Input extends z.ZodType, Output>(definition: {
  name: string;
  input: Input;
  run: (context: AccountContext, input: z.output<Input>) => Promise<Output>;
}): UseCase<Input, Output> {
  const permission = "account.manage";
  return {
    name: definition.name,
    permission,
    input: definition.input,
    async execute(actor, rawInput, now = new Date()) {
      await requirePermission(actor, permission, definition.name);
      const input = parseInput(definition.input, rawInput);
      const { memberId, sessionId } = actor;
      if (memberId === null || sessionId === undefined)
        throw new AppError("forbidden", "Only a signed-in person can do this.");
      const userId = await withAuth((tx) => findAccountIdOfMember(tx, actor.organizationId, memberId));
      if (userId === null) throw new AppError("not_signed_in", "This account is not there any more.");
      return definition.run({ actor: { ...actor, memberId, sessionId }, userId, now }, input);
    },
  };
}
