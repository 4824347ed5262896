import { describe, expect, it } from "vitest";
import type { KnownFacts } from "@/lib/domain/cases/facts";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import { serviceSpan, type Claim } from "@/lib/domain/claims/claim";
import type { PriorService } from "@/lib/domain/edits/context";
import type { EditResult, Finding } from "@/lib/domain/edits/finding";
import { runEdits } from "@/lib/domain/edits/run-edits";
import { inferPayer } from "@/lib/domain/payers/infer-payer";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";
import { read837 } from "@/lib/edi/read-837";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";

const AS_OF = "2026-06-30";
const practice = generatePractice({ claims: 1_500, seed: "edits", asOf: AS_OF });
const payers = new Map(practice.manifest.payers.map((payer) => [payer.id, payer]));

interface Arrived {
  claim: Claim;
  /** The day of its file: a historical file is judged as of that day. */
  madeOn: string;
  isHistory: boolean;
}

const arrived: Arrived[] = practice.files.flatMap((file) =>
  read837(new TextEncoder().encode(file.text())).events.flatMap((event) =>
    event.kind === "claim" ? [{ claim: event.claim, madeOn: file.madeOn, isHistory: file.isHistory }] : [],
  ),
);

const personOf = (claim: Claim) =>
  `${claim.patient.lastName} ${claim.patient.firstName} ${claim.patient.birthDate} ${claim.subscriber.memberId}`;

const servicesOf = new Map<string, PriorService[]>();
for (const { claim, isHistory } of arrived) {
  const services = servicesOf.get(personOf(claim)) ?? [];
  servicesOf.set(personOf(claim), services);
  for (const line of claim.lines) {
    services.push({
      claimNumber: claim.claimNumber,
      role: claim.role,
      billingNpi: claim.billing.npi,
      renderingNpi: claim.rendering?.npi ?? null,
      serviceDate: line.serviceFrom!,
      code: line.code,
      modifiers: line.modifiers,
      units: line.units,
      stage: practice.facts[claim.claimNumber]?.stage?.value ?? null,
      payer: { id: claim.payer.id, name: claim.payer.name },
      responsibility: claim.payer.responsibility,
      accepted: isHistory ? true : null,
    });
  }
}

function historyOf(claim: Claim): PriorService[] {
  const last = serviceSpan(claim).to!;
  return servicesOf
    .get(personOf(claim))!
    .filter((service) => service.claimNumber !== claim.claimNumber && service.serviceDate <= last)
    .sort((a, b) => (a.serviceDate < b.serviceDate ? -1 : a.serviceDate > b.serviceDate ? 1 : 0));
}

const isBlock = (finding: Finding) => finding.severity === "block";

/** Undocumented: neither facts of this claim nor the recorded stage of earlier ones. */
function judge(
  { claim, madeOn }: Arrived,
  undocumented: { facts: KnownFacts; stageOfHistory: null } | null = null,
): EditResult {
  const { kind, preset } = inferPayer({ ...claim.payer });
  const set = payers.get(claim.payer.id!)!.profile;
  const profile = resolveProfile({
    ...{ kind, preset, payerName: claim.payer.name, dateOfService: serviceSpan(claim).from },
    practiceVersions: [{ effectiveFrom: "2020-01-01", parameters: { ...set }, verified: {} }],
  });
  const facts = undocumented?.facts ?? practice.facts[claim.claimNumber] ?? {};
  const history = historyOf(claim).map((service) =>
    undocumented === null ? service : { ...service, stage: undocumented.stageOfHistory },
  );
  return runEdits(claim, { asOf: madeOn, profile, facts, history });
}

const judged = arrived.map((one) => ({
  ...one,
  truth: practice.truth[one.claim.claimNumber]!,
  result: judge(one),
}));

/** What the 837 and the records cannot tell: a trial that nobody documented as one, or that lies before the history. */
function isUndecidable({ claim, truth }: (typeof judged)[number]): boolean {
  const facts = practice.facts[claim.claimNumber] ?? {};
  if (truth.error === "generator_on_trial") return facts.stage === undefined;
  if (truth.error !== "staged_modifier_missing") return false;
  return facts.trialDate === undefined && !historyOf(claim).some((service) => service.code === "63650");
}

describe("1,500 claims of the invented practice", () => {
  const spoiled = judged.filter(({ truth }) => truth.rule !== null);

  it("every seeded error is found at its rule and line", () => {
    const missed = spoiled
      .filter(
        ({ truth, result }) =>
          !result.findings.some((finding) => finding.rule === truth.rule && finding.line === truth.line),
      )
      .filter((one) => !isUndecidable(one));
    expect(
      missed.map(({ claim, truth, result }) => ({
        claim: claim.claimNumber,
        payer: claim.payer.name,
        ...truth,
        found: result.findings.map((finding) => `${finding.rule}@${finding.line}`),
      })),
    ).toEqual([]);
    expect(spoiled.length).toBeGreaterThan(100);
    expect(spoiled.filter(isUndecidable).length).toBeLessThan(spoiled.length / 50);
  });

  it("most kinds of errors are among them", () => {
    expect(new Set(spoiled.map(({ truth }) => truth.rule)).size).toBeGreaterThan(15);
  });

  it("no clean claim is blocked, or sent to review", () => {
    const flagged = judged
      .filter(({ truth }) => truth.rule === null)
      .flatMap(({ claim, truth, result }) =>
        result.findings
          .filter((finding) => finding.severity !== "info")
          .map(
            (finding) =>
              `${claim.claimNumber} ${truth.scenario} ${truth.role}: ${finding.rule} ${finding.message}`,
          ),
      );
    expect(flagged).toEqual([]);
  });

  it("only surgeons' stimulator surgery waits for facts", () => {
    for (const { claim, truth, result } of judged) {
      if (
        claim.role === "surgeon" &&
        ["trial", "permanent", "paddle", "exchange", "lead_revision", "explant", "pocket_revision"].includes(
          truth.scenario,
        )
      )
        continue;
      expect(result.requiredFacts, claim.claimNumber).toEqual([]);
    }
  });

  it("every proposed fix can be applied, clears its finding and brings no other block", () => {
    let fixes = 0;
    for (const one of judged) {
      const blocks = new Set(one.result.findings.filter(isBlock).map((finding) => finding.rule));
      for (const { rule, fix } of one.result.findings) {
        if (fix === null) continue;
        fixes += 1;
        expect(fix.support, one.claim.claimNumber).not.toBe("");
        const after = judge({ ...one, claim: applyChanges(one.claim, fix.changes) }).findings;
        expect(
          after.filter((finding) => finding.rule === rule || (isBlock(finding) && !blocks.has(finding.rule))),
          `${one.claim.claimNumber} ${rule} ${fix.title}`,
        ).toEqual([]);
      }
    }
    expect(fixes).toBeGreaterThan(15);
  });

  it("proposes nothing where nothing is documented", () => {
    for (const one of judged) {
      const { findings } = judge(one, { facts: {}, stageOfHistory: null });
      expect(
        findings.filter((finding) => finding.fix !== null),
        one.claim.claimNumber,
      ).toEqual([]);
    }
  });

  it("says the same twice", () => {
    for (const one of judged.slice(0, 200)) expect(judge(one)).toEqual(one.result);
  });

  it("every message names no patient", () => {
    for (const { claim, result } of judged) {
      const { lastName, firstName } = claim.patient;
      for (const { message } of result.findings) {
        expect(message.toUpperCase()).not.toMatch(new RegExp(`\\b(${lastName}|${firstName})\\b`));
      }
    }
  });
});
