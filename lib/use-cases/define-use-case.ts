import type * as z from "zod";
import { recordDenied } from "@/lib/audit/record-event";
import { withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { can, type Permission } from "@/lib/domain/access/permissions";
import { AppError } from "@/lib/domain/shared/app-error";

export interface UseCaseContext {
  tx: TenantTx;
  actor: Actor;
  /** The instant of the request; use cases never read the clock themselves. */
  now: Date;
}

export interface UseCaseDefinition<Input extends z.ZodType, Output> {
  /** Stable name, "claims.release": idempotency keys and audit use it. */
  name: string;
  permission: Permission;
  /** Always a strict object: an unknown or missing key is refused, never dropped. */
  input: Input;
  /** Runs inside one tenant transaction; what it throws rolls everything back. */
  run: (context: UseCaseContext, input: z.output<Input>) => Promise<Output>;
}

/** What the doors need of a use case. */
export interface UseCase<Input extends z.ZodType = z.ZodType, Output = unknown> {
  name: string;
  permission: Permission;
  input: Input;
  /** Checks permission and input, then runs. Throws AppError. */
  execute: (actor: Actor, input: unknown, now?: Date) => Promise<Output>;
}

/**
 * Throws `forbidden` and records the attempt when the actor may not. For the few use cases that cannot be one
 * transaction (they stream a file); all others get it from `defineUseCase`.
 */
export async function requirePermission(
  actor: Actor,
  permission: Permission,
  useCase: string,
): Promise<void> {
  if (can(actor, permission)) return;
  await recordDenied(actor, useCase, permission);
  throw new AppError("forbidden", "Your role does not include this.", {
    next: "Ask an administrator of your organization.",
  });
}

/** The input as the schema has it; throws `invalid_input` with a message for each field. */
export function parseInput<Input extends z.ZodType>(schema: Input, rawInput: unknown): z.output<Input> {
  const parsed = schema.safeParse(rawInput);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "input"] ??= issue.message;
  throw new AppError("invalid_input", "Some of what was sent is not valid.", { fields });
}

/** The one way to make something the business can do: authorization, validation and the transaction come with it. */
export function defineUseCase<Input extends z.ZodType, Output>(
  definition: UseCaseDefinition<Input, Output>,
): UseCase<Input, Output> {
  return {
    name: definition.name,
    permission: definition.permission,
    input: definition.input,
    async execute(actor, rawInput, now = new Date()) {
      await requirePermission(actor, definition.permission, definition.name);
      const input = parseInput(definition.input, rawInput);
      return withTenant(actor, (tx) => definition.run({ tx, actor, now }, input));
    },
  };
}
