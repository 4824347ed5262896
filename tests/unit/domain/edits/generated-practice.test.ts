import { describe, expect, it } from "vitest";
import { serviceSpan, type Claim } from "@/lib/domain/claims/claim";
import type { PriorService } from "@/lib/domain/edits/context";
import type { EditResult } from "@/lib/domain/edits/finding";
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

function judge({ claim, madeOn }: Arrived): EditResult {
  const { kind, preset } = inferPayer({ ...claim.payer });
  const set = payers.get(claim.payer.id!)!.profile;
  const profile = resolveProfile({
    ...{ kind, preset, payerName: claim.payer.name, dateOfService: serviceSpan(claim).from },
    practiceVersions: [{ effectiveFrom: "2020-01-01", parameters: { ...set }, verified: {} }],
  });
  const facts = practice.facts[claim.claimNumber] ?? {};
  return runEdits(claim, { asOf: madeOn, profile, facts, history: historyOf(claim) });
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

  it("every message names no patient", () => {
    for (const { claim, result } of judged) {
      const { lastName, firstName } = claim.patient;
      for (const { message } of result.findings) {
        expect(message.toUpperCase()).not.toMatch(new RegExp(`\\b(${lastName}|${firstName})\\b`));
      }
    }
  });
});
