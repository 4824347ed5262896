import type { RowsOfVersion, StoredClaim } from "@/lib/data/imports/arrival-records";
import type { StagedClaim, StagedLine, StagedRow } from "@/lib/data/imports/staged-claims";
import { placeOf, type Claim } from "@/lib/domain/claims/claim";
import { claimColumns } from "@/lib/domain/claims/claim-columns";
import { diffClaims } from "@/lib/domain/claims/diff-claims";
import { searchCode, searchName } from "@/lib/domain/claims/search-text";
import { rowsClosedBy } from "@/lib/domain/claims/work-back";
import { statusOnArrival } from "@/lib/domain/imports/arrival-status";
import { storableText, type Unpostable } from "@/lib/domain/imports/storable-claim";
import type { ReadClaim, ReadQuarantined } from "@/lib/edi/types";
import type { Evaluation } from "../claims/evaluate-claims";
import type { Candidate } from "./decide-claims";

const PLACELESS = {
  ...{ claimId: null, seenVersion: null, row: null, content: null, source: null },
  ...{ findings: null, missingFacts: null, problems: null, reasonCode: null },
};

/** A claim that the reader could not make out. */
export function quarantinedOnRead(event: ReadQuarantined): StagedClaim {
  const { ordinal, chargeCents, segment, byteStart, byteEnd, problems } = event;
  return {
    ...PLACELESS,
    ...{ ordinal, outcome: "quarantined", chargeCents, segment, byteStart, byteEnd },
    ...{ claimNumber: storableText(event.claimNumber), problems, reasonCode: "unreadable" },
  };
}

/** A claim that was read and cannot be posted. */
export function stagedQuarantined(event: ReadClaim, why: Unpostable): StagedClaim {
  const { ordinal, claim, segment, byteStart, byteEnd } = event;
  const problem = {
    ...{ grade: "quarantine", segment, element: why.element, loop: "2300" },
    message: storableText(why.message) ?? "",
  };
  return {
    ...PLACELESS,
    ...{ ordinal, outcome: "quarantined", chargeCents: claim.chargeCents, segment, byteStart, byteEnd },
    ...{ claimNumber: storableText(claim.claimNumber), problems: [problem, ...event.problems] },
    reasonCode: why.reason,
  };
}

/** A claim that was sent before as it is. */
export function stagedUnchanged({ event, verdict }: Candidate): StagedClaim {
  const { ordinal, claim, segment, byteStart, byteEnd } = event;
  const { claimId } = verdict as { claimId: string };
  return {
    ...PLACELESS,
    ...{
      ordinal,
      outcome: "unchanged",
      claimNumber: claim.claimNumber,
      chargeCents: claim.chargeCents,
      claimId,
    },
    ...{ segment, byteStart, byteEnd },
  };
}

export interface WrittenInput {
  isHistory: boolean;
  /** The stored claim that gets a new version; undefined for a claim that was not here. */
  target: StoredClaim | undefined;
  /** Its current content. */
  before: Claim | null;
  rows: readonly RowsOfVersion[];
  /** Null for a confirmed claim: its findings stay. */
  evaluation: Evaluation | null;
}

/** A claim that publishing writes: a new one, a next cycle, a new version or a confirmation. */
export function stagedWritten(candidate: Candidate, input: WrittenInput): StagedClaim {
  const { event, content, source, verdict } = candidate;
  const { ordinal, claim, segment, byteStart, byteEnd } = event;
  const { target, evaluation } = input;
  return {
    ...{ ordinal, outcome: verdict.outcome, claimNumber: claim.claimNumber, chargeCents: claim.chargeCents },
    claimId: (verdict as { claimId: string }).claimId,
    seenVersion: target?.version ?? null,
    row: rowOf(candidate, input),
    ...{
      content,
      source,
      findings: evaluation?.findings ?? [],
      missingFacts: evaluation?.missingFacts ?? [],
    },
    ...{ problems: null, reasonCode: null, segment, byteStart, byteEnd },
  };
}

function rowOf(candidate: Candidate, input: WrittenInput): StagedRow {
  const { event, entity, payer, matchKey, serviceDate, fingerprint, stored, verdict, patient } = candidate;
  const { claim } = event;
  const { target, before, rows, evaluation } = input;
  const columns = claimColumns(claim);
  const { memberId } = claim.subscriber;
  const isFlagged =
    evaluation !== null &&
    (evaluation.missingCount > 0 || evaluation.findings.some((finding) => finding.severity !== "info"));
  return {
    ...{ taxId: entity.taxId, npi: entity.npi, payerCode: payer.payerCode, matchKey },
    ...{ lastName: claim.patient.lastName, firstName: claim.patient.firstName },
    ...{ birthDate: claim.patient.birthDate, sex: claim.patient.sex, memberId },
    searchName: searchName(claim.patient.lastName, claim.patient.firstName),
    searchMemberId: memberId === null ? null : searchCode(memberId),
    serviceDate,
    cycle: "cycle" in verdict ? verdict.cycle : null,
    versionNumber: (target?.currentVersion ?? 0) + 1,
    ...columns,
    status: statusOnArrival({
      ...{ isHistory: input.isHistory, hasScs: columns.hasScs, isFlagged },
      former: verdict.outcome === "version" ? (target?.status ?? null) : null,
    }),
    filingDeadline: evaluation?.filingDeadline ?? null,
    ...{ blockCount: evaluation?.blockCount ?? 0, reviewCount: evaluation?.reviewCount ?? 0 },
    ...{ infoCount: evaluation?.infoCount ?? 0, missingCount: evaluation?.missingCount ?? 0 },
    fingerprint,
    differences: before === null ? null : diffClaims(before, claim),
    lines: claim.lines.map((line) => lineOf(claim, line)),
    closes: rows.flatMap((set) => rowsClosedBy(set.rows, set.content, claim)),
    judged: stored.map((row) => ({ claimId: row.claimId, version: row.version })),
    patientState: patient?.state ?? "",
  };
}

function lineOf(claim: Claim, line: Claim["lines"][number]): StagedLine {
  return {
    ...{ lineNumber: line.number, code: line.code, modifiers: line.modifiers, units: line.units },
    ...{ chargeCents: line.chargeCents, placeOfService: placeOf(claim, line) },
    renderingNpi: line.rendering?.npi ?? claim.rendering?.npi ?? null,
    ...{ serviceFrom: line.serviceFrom, serviceTo: line.serviceTo },
  };
}
