import { withTenant } from "@/lib/data/tenant-transaction";
import type { ClaimRole } from "@/lib/domain/claims/claim";
import { LEFT_STATUSES } from "@/lib/domain/claims/lifecycle";
import type { DenialCategory, LineOutcome } from "@/lib/domain/denials/outcome";
import type { DeterminationFacts, DeterminationRow } from "@/lib/domain/kpis/determination-row";
import { SURGICAL_CODES } from "@/lib/domain/kpis/scope";
import { SETTLING_KINDS } from "@/lib/domain/remittances/ledger-kinds";
import type { TestTenant } from "../bench/a-tenant";

/** Everything that the key figures rest on, as it is stored, for a count that knows none of the counters. */
async function readAll(tenant: TestTenant) {
  return withTenant(tenant, async (tx) => {
    const claims = await tx.claim.findMany({
      include: { lines: { orderBy: { lineNumber: "asc" } }, payer: true },
    });
    const determinations = await tx.determination.findMany();
    const entries = await tx.ledgerEntry.findMany({ include: { remittanceClaim: true } });
    const denials = await tx.denialItem.findMany();
    return { claims, determinations, entries, denials };
  });
}

type All = Awaited<ReturnType<typeof readAll>>;
type StoredClaim = All["claims"][number];
type StoredDetermination = All["determinations"][number];
type StoredEntry = All["entries"][number];

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/**
 * The rows of the pure core: one a line of a claim that left, before each payer that decided or is to decide. Balances are
 * those at the end of `lastDay`.
 */
export async function determinationRowsOf(tenant: TestTenant, lastDay: string): Promise<DeterminationRow[]> {
  const all = await readAll(tenant);
  const left = all.claims.filter((claim) => (LEFT_STATUSES as readonly string[]).includes(claim.status));
  const decided = Map.groupBy(all.determinations, ({ claimId, lineNumber }) => `${claimId} ${lineNumber}`);
  const booked = Map.groupBy(all.entries, ({ claimId, lineNumber }) => `${claimId} ${lineNumber}`);
  const givenUpOn = new Map(
    all.denials
      .filter(
        ({ status, closedOn }) => closedOn !== null && (status === "written_off" || status === "closed"),
      )
      .map(({ claimId, closedOn, responsibility }) => [claimId, { responsibility, on: dayOf(closedOn!) }]),
  );
  const ofPatient = Map.groupBy(all.claims, ({ patientId }) => patientId);
  return left.flatMap((claim) =>
    claim.lines.flatMap((line): DeterminationRow[] => {
      const key = `${claim.id} ${line.lineNumber}`;
      const own = decided.get(key) ?? [];
      const entries = booked.get(key) ?? [];
      const ranks = new Set(["P", ...own.map(({ responsibility }) => responsibility)]);
      if (claim.responsibility !== "P" && own.every(({ responsibility }) => responsibility !== "P"))
        return [];
      const serviceFrom = line.serviceFrom ?? claim.serviceFrom;
      return [...ranks].map((responsibility) => {
        const row = own.find((one) => one.responsibility === responsibility);
        return {
          ...{
            claimId: claim.id,
            lineId: key,
            responsibility: responsibility as DeterminationRow["responsibility"],
          },
          ...{ frequency: claim.frequency, role: claim.claimRole as ClaimRole, code: line.code },
          ...{
            payerId: claim.payerId,
            payerName: claim.payer.name,
            unitRank: unitRankOf(claim, line.lineNumber),
          },
          isSpinal: isSpinal(claim, ofPatient.get(claim.patientId)!),
          isVoided: isVoided(claim, left),
          isTrueDuplicate: own.some(isDeniedAsCopy) && isDecidedElsewhere(claim, line, all),
          chargeCents: Number(row?.initialChargeCents ?? line.chargeCents),
          ...{ initial: initialOf(row), current: currentOf(row, entries, responsibility) },
          netPaidCents: -sumOf(
            entries,
            (one) => one.kind === "payment" && one.remittanceClaim?.responsibility === responsibility,
          ),
          ...{ patientPaidCents: null, contractCents: null },
          openCents:
            responsibility === "P"
              ? openOf(Number(line.chargeCents), serviceFrom, entries, lastDay) +
                givenUp(givenUpOn.get(claim.id), own, entries, lastDay)
              : 0,
          agedFrom: {
            service: serviceFrom === null ? null : dayOf(serviceFrom),
            ...{ first_bill: null, transfer: null, last_payer_action: null },
          },
        };
      });
    }),
  );
}

const sumOf = (entries: readonly StoredEntry[], fits: (entry: StoredEntry) => boolean): number =>
  entries.filter(fits).reduce((sum, { cents }) => sum + Number(cents), 0);

/** A charge is owed from the service on, as sent until an answer enters it; denied and pended money settles nothing. */
function openOf(
  chargeCents: number,
  serviceFrom: Date | null,
  entries: readonly StoredEntry[],
  lastDay: string,
): number {
  if (serviceFrom === null || dayOf(serviceFrom) > lastDay) return 0;
  const posted = entries.filter(({ postedOn }) => dayOf(postedOn) <= lastDay);
  const charges = posted.filter(({ kind }) => kind === "charge");
  const charged = charges.length === 0 ? chargeCents : sumOf(charges, () => true);
  return charged + sumOf(posted, ({ kind }) => (SETTLING_KINDS as readonly string[]).includes(kind));
}

/** Denied money that a person gave up by then, as far as it stands denied: owed no more. Negative, as in the ledger. */
function givenUp(
  closed: { responsibility: string; on: string } | undefined,
  own: readonly StoredDetermination[],
  entries: readonly StoredEntry[],
  lastDay: string,
): number {
  if (closed === undefined || closed.on > lastDay) return 0;
  const standing = own.find(({ responsibility }) => responsibility === closed.responsibility);
  const denied = sumOf(entries, ({ kind }) => kind === "denied");
  if (standing?.currentOutcome === "UNPROCESSABLE") return Math.min(0, denied);
  if (!standing?.currentDenied) return 0;
  return denied < 0 ? Math.max(denied, -Number(standing.currentDeniedCents)) : 0;
}

const isDeniedAsCopy = (one: StoredDetermination): boolean =>
  one.initialDenied === true && one.initialCategory === "DUP" && one.initialCarc === "18";

/** Another line with the patient, code and day was decided, and not as a copy. */
function isDecidedElsewhere(
  claim: StoredClaim,
  line: StoredClaim["lines"][number],
  { claims, determinations }: All,
): boolean {
  const day = line.serviceFrom ?? claim.serviceFrom;
  const copied = claims
    .filter(({ patientId }) => patientId === claim.patientId)
    .flatMap((other) => other.lines.map((one) => ({ ...one, day: one.serviceFrom ?? other.serviceFrom })))
    .filter((one) => one.code === line.code && one.day?.getTime() === day?.getTime())
    .filter((one) => one.claimId !== claim.id || one.lineNumber !== line.lineNumber);
  return determinations.some(
    (one) =>
      one.initialOutcome !== null &&
      !isDeniedAsCopy(one) &&
      copied.some(({ claimId, lineNumber }) => claimId === one.claimId && lineNumber === one.lineNumber),
  );
}

function unitRankOf({ lines }: StoredClaim, lineNumber: number): string {
  const line = lines.find((one) => one.lineNumber === lineNumber)!;
  const before = lines
    .filter((one) => one.code === line.code && one.lineNumber < lineNumber)
    .reduce((sum, { units }) => sum + Number(units), 0);
  const units = Number(line.units);
  return units <= 1 ? `${before + 1}` : `${before + 1}-${before + units}`;
}

function isSpinal(claim: StoredClaim, ofPatient: readonly StoredClaim[]): boolean {
  return ofPatient.some(
    (other) =>
      (other.id === claim.id ||
        (other.serviceFrom !== null &&
          claim.serviceFrom !== null &&
          other.serviceFrom <= claim.serviceFrom)) &&
      other.lines.some(({ code }) => SURGICAL_CODES.has(code)),
  );
}

function isVoided(claim: StoredClaim, left: readonly StoredClaim[]): boolean {
  if (claim.frequency === "8") return true;
  return left.some(
    (other) =>
      other.frequency === "8" &&
      other.claimNumber === claim.claimNumber &&
      other.billingEntityId === claim.billingEntityId &&
      other.cycle > claim.cycle,
  );
}

function initialOf(row: StoredDetermination | undefined): DeterminationFacts | null {
  // A first decision that is none (pended, unreadable) is not written as one.
  if (row === undefined || row.initialOutcome === null) return null;
  return {
    ...{ decidedOn: dayOf(row.initialOn!), outcome: row.initialOutcome as LineOutcome },
    ...{ countsAsDenied: row.initialDenied!, category: row.initialCategory as DenialCategory | null },
    ...{ deniedCents: Number(row.initialDeniedCents), allowedCents: Number(row.initialAllowedCents) },
    patientCents: 0,
  };
}

function currentOf(
  row: StoredDetermination | undefined,
  entries: readonly StoredEntry[],
  responsibility: string,
): DeterminationFacts | null {
  if (row === undefined || row.currentOutcome === null) return null;
  return {
    ...{ decidedOn: dayOf(row.currentOn!), outcome: row.currentOutcome as LineOutcome },
    ...{ countsAsDenied: row.currentDenied!, category: row.currentCategory as DenialCategory | null },
    ...{ deniedCents: Number(row.currentDeniedCents), allowedCents: Number(row.currentAllowedCents) },
    patientCents: -sumOf(
      entries,
      (one) =>
        one.kind === "patient_responsibility" &&
        one.effect !== "transfer" &&
        one.remittanceClaim?.responsibility === responsibility,
    ),
  };
}
