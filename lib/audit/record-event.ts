import type { Actor } from "@/lib/domain/access/actor";
import type { Permission } from "@/lib/domain/access/permissions";

export async function recordDenied(actor: Actor, useCase: string, permission: Permission): Promise<void> {
  throw new Error(`no database yet for ${actor.requestId} ${useCase} ${permission}`);
}
