import { expect } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { AppError, type ErrorView } from "@/lib/domain/shared/app-error";
import type { TestTenant } from "./a-tenant";

/** The instant at which tests act: three weeks after the builders' day of service, in nobody's filing limit. */
export const NOW = new Date("2026-06-24T15:00:00Z");

/** What an asked-for refusal says; a success or any other failure fails the test. */
export async function refusal(asked: Promise<unknown>): Promise<ErrorView> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof AppError) return error.view;
    throw error;
  }
  return expect.fail("it was not refused");
}

/** Audit rows of an event, oldest first. */
export async function auditOf(tenant: TestTenant, event: string) {
  const rows = await withTenant(tenant, (tx) =>
    tx.auditEvent.findMany({ where: { event }, orderBy: { occurredAt: "asc" } }),
  );
  return rows.map((row) => ({
    memberId: row.memberId,
    subjectId: row.subjectId,
    detail: row.detail as Record<string, unknown>,
  }));
}

interface Executable {
  name: string;
  execute: (actor: TestTenant["system"], input: never, now?: Date) => Promise<unknown>;
}

/** A role without the permission is turned away and the attempt is in the audit trail. */
export async function expectForbidden(
  tenant: TestTenant,
  useCase: Executable,
  actor: TestTenant["system"],
  input: unknown,
): Promise<void> {
  const before = (await auditOf(tenant, "access.denied")).length;
  expect((await refusal(useCase.execute(actor, input as never, NOW))).code).toBe("forbidden");
  const denied = await auditOf(tenant, "access.denied");
  expect(denied).toHaveLength(before + 1);
  expect(denied.filter((row) => row.memberId === actor.memberId).at(-1)?.detail.useCase).toBe(useCase.name);
}
