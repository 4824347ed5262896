import { expect, type APIRequestContext } from "@playwright/test";
import type { Claim } from "@/lib/domain/claims/claim";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import { aClaim, aLine } from "../../builders/a-claim";
import { aClaimFile } from "../../builders/a-claim-file";
import {
  aPayment,
  anAdjustment,
  aRemittanceFile,
  theRemittanceOf,
  theReversalOf,
} from "../../builders/a-remittance";
import { freshNumber, recentDay } from "./claim-files";

/** So many claims that the list behind a figure has a second page. */
const PAID_CLAIMS = 52;
const CHARGE = 950_000;

const AETNA = { name: "AETNA", id: "60054", filingIndicator: "CI", responsibility: "P" } as const;
const CIGNA = { name: "CIGNA", id: "62308", filingIndicator: "CI", responsibility: "P" } as const;

interface Decided {
  claim: Claim;
  /** What each line was denied for; undefined: paid. */
  denied: readonly (`${string}-${string}` | undefined)[];
}

/** Claims that payers decided on two days ago: most paid, some denied for reasons of different kinds. */
function decidedClaims(run: string): Decided[] {
  const decided = (
    payer: typeof AETNA | typeof CIGNA,
    daysAgo: number,
    denied: Decided["denied"],
    index: number,
  ) => {
    const day = { serviceFrom: recentDay(daysAgo), serviceTo: recentDay(daysAgo) };
    const { patient, subscriber } = aClaim();
    const claim = aClaim({
      ...{ claimNumber: `${run}${index}`, payer, patient },
      subscriber: { ...subscriber, memberId: `W${run}${index}` },
      lines: denied.map((_, line) =>
        aLine({ ...day, chargeCents: CHARGE, controlNumber: `${index}L${line}` }),
      ),
    });
    return { claim, denied };
  };
  // Old enough to be looked at for collections, and the rest of every age.
  const paid = Array.from({ length: PAID_CLAIMS }, (_, index) => decided(AETNA, 140, [undefined], index));
  return [
    ...paid,
    decided(AETNA, 140, [undefined, "CO-97"], 900),
    decided(AETNA, 70, ["CO-197"], 901),
    decided(CIGNA, 100, ["CO-50"], 902),
    decided(CIGNA, 20, ["CO-197", undefined], 903),
    decided(CIGNA, 40, [undefined], 904),
  ];
}

function answerTo({ claim, denied }: Decided): RemittanceClaim {
  return theRemittanceOf(claim, { payerControlNumber: `ICN${claim.claimNumber}` }, (number) => {
    const reason = denied[number - 1];
    return reason === undefined ? {} : { adjustments: [anAdjustment(reason, CHARGE)], allowedCents: 0 };
  });
}

const paymentOf = (payer: typeof AETNA | typeof CIGNA, claims: readonly RemittanceClaim[], daysAgo: number) =>
  aPayment(claims, {
    ...{
      payer: { name: payer.name, id: payer.id },
      trace: freshNumber("EFT"),
      controlNumber: payer.id.slice(1),
    },
    ...{ paidOn: recentDay(daysAgo), producedOn: recentDay(daysAgo + 1) },
  });

/**
 * Imports these claims, the remittance that decides on them, and one that pays for a denial after all, as whoever asks.
 * Answers the number of a claim that is still denied.
 */
export async function importDecidedClaims(request: APIRequestContext, origin: string): Promise<string> {
  const run = freshNumber("KPI");
  const all = decidedClaims(run);
  const sendOf = (name: string, bytes: Uint8Array) => sendFile(request, origin, `${run}${name}`, bytes);
  await sendOf(
    ".837",
    aClaimFile(
      all.map(({ claim }) => claim),
      { controlNumber: controlNumber() },
    ),
  );
  const ofPayer = (id: string) => all.filter(({ claim }) => claim.payer.id === id).map(answerTo);
  const decisions = [paymentOf(AETNA, ofPayer(AETNA.id), 2), paymentOf(CIGNA, ofPayer(CIGNA.id), 2)];
  await sendOf(".835", aRemittanceFile(decisions, { controlNumber: controlNumber() }));
  const won = all.find(({ claim }) => claim.claimNumber === `${run}902`)!;
  const corrected = theRemittanceOf(won.claim, { payerControlNumber: `ICN${run}PAID` });
  const recovery = paymentOf(CIGNA, [theReversalOf(answerTo(won)), corrected], 1);
  await sendOf("-won.835", aRemittanceFile([recovery], { controlNumber: controlNumber() }));
  return `${run}901`;
}

/** Imports a remittance that denies the second line of a claim as included in the first. */
export async function denySecondLine(
  request: APIRequestContext,
  origin: string,
  claim: Claim,
): Promise<void> {
  const payer = { ...AETNA, name: claim.payer.name, id: claim.payer.id! } as typeof AETNA;
  const answer = answerTo({ claim, denied: [undefined, "CO-97"] });
  const bytes = aRemittanceFile([paymentOf(payer, [answer], 2)], { controlNumber: controlNumber() });
  await sendFile(request, origin, `${claim.claimNumber}.835`, bytes);
}

const controlNumber = () => Math.floor(Math.random() * 900_000) + 1;

/** Uploads a file of claims that the payers have already, or a remittance, and waits until it is in. */
async function sendFile(
  request: APIRequestContext,
  origin: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<void> {
  const sent = await request.post("/api/v1/imports", {
    headers: {
      ...{ origin, "content-type": "application/octet-stream" },
      ...{ "x-file-name": fileName, "x-history": "1" },
    },
    data: Buffer.from(bytes),
  });
  expect(sent.status()).toBe(201);
  const { value } = (await sent.json()) as { value: { importId: string } };
  const status = async () => {
    const answer = await request.get(`/api/v1/imports/${value.importId}`);
    return ((await answer.json()) as { value: { status: string } }).value.status;
  };
  await expect.poll(status, { timeout: 60_000 }).toBe("published");
}
