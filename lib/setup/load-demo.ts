import { randomUUID } from "node:crypto";
import { recordEvent } from "@/lib/audit/record-event";
import { ensureAccount, updateAccount } from "@/lib/data/access/account-records";
import { newId } from "@/lib/data/new-id";
import { insertProfileVersion } from "@/lib/data/payers/payer-records";
import {
  ensureActiveMember,
  ensureEntities,
  ensurePayer,
  hasNoFacts,
  insertDemoOrganization,
  insertDocumentedDays,
  isDemoLoaded,
  listOrganizations,
} from "@/lib/data/setup/demo-records";
import { JOB_LIMITS, withAuth, withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import { systemActor, type Actor } from "@/lib/domain/access/actor";
import type { Role } from "@/lib/domain/access/roles";
import { arrivingPayer } from "@/lib/domain/imports/arrival-keys";
import { dateInZone, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { hashPassword } from "@/lib/use-cases/access/password-hash";
import { createImport } from "@/lib/use-cases/imports/create-import";
import { runImport } from "@/lib/use-cases/imports/run-import";
import { generatePractice, type Practice } from "@/prisma/seed/practice/generate-practice";
import { documentedDays } from "./demo-facts";
import { DEMO_SIGN_INS } from "./demo-sign-ins";

export { DEMO_SIGN_INS } from "./demo-sign-ins";

const NAME = "Summit Ridge Pain Physicians (demo)";
const TIME_ZONE = "America/Denver";
const SEED = "dorsal";
const ENTITY_KINDS: Record<string, string> = {
  group: "professional",
  anaesthesia: "anaesthesia",
  asc: "asc",
};

export interface LoadDemoOptions {
  /** Last of the demo's 18 months; the day of its first load when not given. */
  asOf?: CalendarDate;
  claims?: number;
  onProgress?: (line: string) => void;
}

/**
 * Loads the demo practice into a database without organizations: members, billing entities, payers with their profiles,
 * what is documented of the operations, and 18 months of claim files and of the payers' answers through the same import
 * that a customer uses.
 * Does nothing when another organization is there or the demo is loaded; goes on where a killed load stopped.
 */
export async function loadDemo(
  options: LoadDemoOptions = {},
): Promise<"loaded" | "was_loaded" | "not_empty"> {
  const { claims = 3000, onProgress = () => undefined } = options;
  const organizations = await withAuth((tx) => listOrganizations(tx));
  const demo = organizations.find((organization) => organization.isDemo);
  if (demo === undefined && organizations.length > 0) return "not_empty";
  const organizationId = demo?.id ?? newId();
  if (demo === undefined) {
    await withTenant({ organizationId }, (tx) =>
      insertDemoOrganization(tx, { id: organizationId, name: NAME, timeZone: TIME_ZONE }),
    );
  } else if (await withTenant({ organizationId }, (tx) => isDemoLoaded(tx))) return "was_loaded";
  // A load that goes on takes the day of its beginning: the same seed and day give the same files.
  const asOf = options.asOf ?? dateInZone(demo?.createdAt ?? new Date(), TIME_ZONE);
  const practice = generatePractice({ claims, seed: SEED, asOf });
  onProgress(
    `Demo practice: ${practice.manifest.claims} claims in ${practice.files.length} files, 18 months to ${asOf}.`,
  );
  const actors = await loadMembers(organizationId);
  await withTenant({ organizationId }, (tx) => loadSettings(tx, organizationId, practice));
  await withTenant(
    { organizationId },
    (tx) => loadFacts(tx, actors.authorization_specialist!, practice),
    JOB_LIMITS,
  );
  const now = options.asOf === undefined ? () => new Date() : () => new Date(`${asOf}T18:00:00Z`);
  // First, so that the list of imports begins with the claim files of the last weeks.
  const remittances = await handInRemittances(actors.administrator!, practice);
  onProgress(`  ${remittances} remittance files handed in; the worker posts them.`);
  await importFiles(actors.administrator!, practice, now, onProgress);
  const system = systemActor(organizationId, randomUUID());
  await withTenant({ organizationId }, (tx) =>
    recordEvent(tx, system, {
      ...{ event: "demo.loaded", subjectType: "organization", subjectId: organizationId },
      detail: { claimCount: practice.manifest.claims, chargeCents: practice.manifest.chargeCents },
    }),
  );
  return "loaded";
}

async function loadMembers(organizationId: string): Promise<Partial<Record<Role, Actor>>> {
  const actors: Partial<Record<Role, Actor>> = {};
  for (const { email, password, role, name } of DEMO_SIGN_INS) {
    const passwordHash = await hashPassword(password);
    const userId = await withAuth(async (tx) => {
      const id = await ensureAccount(tx, email);
      await updateAccount(tx, id, { passwordHash });
      return id;
    });
    const memberId = await withTenant({ organizationId }, (tx) =>
      ensureActiveMember(tx, { ...{ organizationId, userId, email, displayName: name }, role }),
    );
    actors[role as Role] ??= {
      ...{ kind: "member", organizationId, memberId, name, role: role as Role, requestId: randomUUID() },
    };
  }
  return actors;
}

async function loadSettings(tx: TenantTx, organizationId: string, practice: Practice): Promise<void> {
  const { entities, payers, asOf } = practice.manifest;
  await ensureEntities(
    tx,
    organizationId,
    entities.map(({ key, name, npi, taxId }) => ({
      name,
      npi,
      taxId,
      kind: ENTITY_KINDS[key] ?? "professional",
    })),
  );
  for (const { name, id, filingIndicator, profile } of payers) {
    const arriving = arrivingPayer({ name, id, filingIndicator, responsibility: "P" });
    const payer = await ensurePayer(tx, { organizationId, ...arriving });
    const parameters = { ...profile } as Record<string, unknown>;
    if (!payer.isNew || Object.keys(parameters).length === 0) continue;
    const check = { source: "Contract of this invented practice", verifiedOn: asOf, by: "Irene Castellan" };
    await insertProfileVersion(tx, {
      ...{ organizationId, payerId: payer.id, effectiveFrom: "2020-01-01", parameters },
      verified: Object.fromEntries(Object.keys(parameters).map((parameter) => [parameter, check])),
      ...{ note: "Loaded with the demo practice.", memberId: null, actorName: "Dorsal" },
    });
  }
}

async function loadFacts(tx: TenantTx, recorder: Actor, practice: Practice): Promise<void> {
  if (!(await hasNoFacts(tx))) return;
  const { organizationId, memberId, name } = recorder;
  const days = documentedDays(practice);
  const facts = await insertDocumentedDays(tx, organizationId, days, {
    memberId: memberId!,
    actorName: name,
  });
  await recordEvent(tx, recorder, {
    ...{ event: "facts.loaded", subjectType: "organization", subjectId: organizationId },
    detail: { encounterCount: days.length, factCount: facts },
  });
}

/** History first, in the order in which the practice made the files. */
async function importFiles(
  actor: Actor,
  practice: Practice,
  now: () => Date,
  onProgress: (line: string) => void,
): Promise<void> {
  const files = [...practice.files].sort((a, b) => Number(b.isHistory) - Number(a.isHistory));
  for (const [index, file] of files.entries()) {
    const body = [Buffer.from(file.text(), "utf8")];
    const meta = { fileName: file.name, source: "demo", isHistory: file.isHistory } as const;
    const { importId, jobId } = await createImport(actor, meta, body);
    await runImport(
      { organizationId: actor.organizationId, importId, jobId },
      { now, arrivedAt: new Date(`${file.madeOn}T15:00:00Z`) },
    );
    onProgress(`  ${index + 1} of ${files.length}: ${file.name}, ${file.claims} claims`);
  }
}

/**
 * What the payers answered, oldest first, by the door that a customer's 835 takes. Only handed in here: the worker posts
 * the files one after the other once the application is up, so nobody waits for them. Answers how many there are.
 */
async function handInRemittances(actor: Actor, practice: Practice): Promise<number> {
  for (const file of practice.remittanceFiles) {
    const meta = { fileName: file.name, source: "demo", isHistory: false } as const;
    await createImport(actor, meta, [Buffer.from(file.text(), "utf8")]);
  }
  return practice.remittanceFiles.length;
}
