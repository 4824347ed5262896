import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { closeConnections } from "@/lib/data/database-connection";
import { newId } from "@/lib/data/new-id";
import { withTenant } from "@/lib/data/tenant-transaction";
import { systemActor } from "@/lib/domain/access/actor";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { createImport } from "@/lib/use-cases/imports/create-import";
import { getImport } from "@/lib/use-cases/imports/list-imports";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";

/**
 * Kills the worker (SIGKILL) at random points of large imports, and every third time the process that takes the file in,
 * and checks that no claim is lost or doubled, that posted + quarantined = the file, and that a new worker finishes by
 * itself. Started by scripts/soak.mjs; `send` is the process that takes a file in.
 */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 20);
const CLAIMS = Number(process.env.SOAK_CLAIMS ?? 10_000);
const WORKER = process.env.SOAK_WORKER!;
/** A worker whose soak was stopped stops too. */
const LEAVES_WITH_PARENT = process.env.SOAK_LEAVES_WITH_PARENT!;
const RESUMED_WITHIN_SECONDS = 60;

const meta = { fileName: "soak.837", source: "command", isHistory: false } as const;
const say = (line: string) => process.stdout.write(`${line}\n`);

function fileOf(round: number): Buffer {
  const practice = generatePractice({ claims: CLAIMS, seed: `soak ${round}`, asOf: "2026-06-30" });
  return Buffer.from(practice.files.map((file) => file.text()).join(""), "utf8");
}

/** Chance that a failed run can repeat: it follows from the round. */
function chanceOf(round: number): number {
  return createHash("sha256").update(`soak ${round}`).digest().readUInt32BE(0) / 2 ** 32;
}

function startWorker(): ChildProcess {
  const env = { ...process.env, DATABASE_URL: process.env.DATABASE_WORKER_URL };
  return spawn(process.execPath, ["--import", LEAVES_WITH_PARENT, WORKER], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Takes a file in with a process that is killed in the middle, then with one that is not. */
async function sendTwice(organizationId: string, round: number, killAfterMs: number): Promise<void> {
  const sender = spawn(process.execPath, [process.argv[1]!, "send", organizationId, String(round)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  await Promise.race([pause(killAfterMs), once(sender, "exit")]);
  if (sender.exitCode === null) await kill(sender);
}

async function send(organizationId: string, round: number): Promise<string> {
  const actor = systemActor(organizationId, crypto.randomUUID());
  return (await createImport(actor, meta, [fileOf(round)])).importId;
}

const look = (organizationId: string, importId: string): Promise<ImportView> =>
  getImport.execute(systemActor(organizationId, crypto.randomUUID()), { importId });

/** Raised by every step of a run. */
async function touchesOf(organizationId: string, importId: string): Promise<number> {
  const row = await withTenant({ organizationId }, (tx) =>
    tx.importFile.findFirstOrThrow({ where: { id: importId }, select: { version: true } }),
  );
  return row.version;
}

interface Stored {
  claims: number;
  versions: number;
  lines: number;
  cents: number;
  staged: number;
  quarantined: number;
  doubled: number;
}

async function storedOf(organizationId: string): Promise<Stored> {
  const rows = await withTenant(
    { organizationId },
    (tx) => tx.$queryRaw<Stored[]>`
      select count(*)::int as claims, coalesce(sum(charge_cents), 0)::float8 as cents,
        (select count(*)::int from claim_version) as versions, (select count(*)::int from claim_line) as lines,
        (select count(*)::int from staged_claim) as staged, (select count(*)::int from quarantined_claim) as quarantined,
        (count(*) - count(distinct (billing_entity_id, claim_number)))::int as doubled
      from claim`,
  );
  return rows[0]!;
}

function check(is: boolean, what: string): void {
  if (!is) throw new Error(what);
}

/** One import with one kill; answers where it was and when a new worker took it up and finished it. */
async function round(number: number): Promise<string> {
  const organizationId = newId();
  await withTenant({ organizationId }, (tx) =>
    tx.organization.create({ data: { id: organizationId, name: `Soak ${number}` } }),
  );
  const chance = chanceOf(number);
  if (number % 3 === 0) await sendTwice(organizationId, number, 400 + chance * 1_500);
  let worker = startWorker();
  const importId = await send(organizationId, number);
  // Killed behind a share of the progress that the round's chance gives; the last shares fall into publishing.
  let view = await look(organizationId, importId);
  const killAt = Math.round(CLAIMS * chance * 1.2);
  while (view.isRunning && view.progressDone < Math.min(killAt, CLAIMS)) {
    await pause(10);
    view = await look(organizationId, importId);
  }
  if (killAt > CLAIMS) await pause((killAt - CLAIMS) / 4);
  const before = await look(organizationId, importId);
  await kill(worker);
  check(
    before.status === "published" || (await storedOf(organizationId)).claims % CLAIMS === 0,
    "half an import shows",
  );
  const touchedBefore = await touchesOf(organizationId, importId);
  const start = performance.now();
  const secondsSince = () => (performance.now() - start) / 1000;
  let resumedAfter = before.status === "published" ? 0 : Infinity;
  worker = startWorker();
  try {
    do {
      await pause(50);
      view = await look(organizationId, importId);
      if (resumedAfter === Infinity && (await touchesOf(organizationId, importId)) > touchedBefore)
        resumedAfter = secondsSince();
    } while (view.isRunning);
  } finally {
    await kill(worker);
  }
  const stored = await storedOf(organizationId);
  check(view.status === "published", `import ${view.status}: ${view.problems[0]?.message ?? ""}`);
  check(
    view.claimsPosted + view.claimsQuarantined === view.claimsTotal && view.claimsTotal === CLAIMS,
    "counts differ",
  );
  check(view.centsPosted + view.centsQuarantined === view.centsTotal, "cents differ");
  check(
    stored.claims === view.claimsPosted && stored.versions === view.claimsPosted,
    "claims were lost or doubled",
  );
  check(
    stored.cents === view.centsPosted && stored.doubled === 0 && stored.staged === 0,
    "what is stored differs",
  );
  check(stored.quarantined === view.claimsQuarantined, "quarantined claims differ");
  check(resumedAfter <= RESUMED_WITHIN_SECONDS, `it was taken up after ${resumedAfter.toFixed(1)} s`);
  return (
    `killed at ${before.status} ${before.progressDone} of ${CLAIMS}; ` +
    `taken up after ${resumedAfter.toFixed(1)} s, whole after ${secondsSince().toFixed(1)} s`
  );
}

async function main(): Promise<void> {
  const [command, organizationId, number] = process.argv.slice(2);
  if (command === "send") await send(organizationId!, Number(number));
  else {
    for (let index = 1; index <= ROUNDS; index += 1) say(`${index} of ${ROUNDS}: ${await round(index)}`);
    say(`${ROUNDS} imports of ${CLAIMS} claims survived their kills: none lost, none doubled.`);
  }
  await closeConnections();
}

await main();
