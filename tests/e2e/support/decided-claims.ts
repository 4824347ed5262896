import { expect, type APIRequestContext } from "@playwright/test";
import type { Claim } from "@/lib/domain/claims/claim";
import { aClaim, aLine } from "../../builders/a-claim";
import { aClaimFile } from "../../builders/a-claim-file";
import { aPayment, anAdjustment, aRemittanceFile, theRemittanceOf } from "../../builders/a-remittance";
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

/** Imports these claims and their remittance as whoever asks; answers the number of a denied one. */
export async function importDecidedClaims(request: APIRequestContext, origin: string): Promise<string> {
  const run = freshNumber("KPI");
  const all = decidedClaims(run);
  const controlNumber = Math.floor(Math.random() * 900_000) + 1;
  const claims = all.map(({ claim }) => claim);
  await send(request, origin, `${run}.837`, aClaimFile(claims, { controlNumber }));
  const payments = [AETNA, CIGNA].map(({ name, id }) =>
    aPayment(
      all
        .filter(({ claim }) => claim.payer.id === id)
        .map(({ claim, denied }) =>
          theRemittanceOf(claim, { payerControlNumber: `ICN${claim.claimNumber}` }, (number) => {
            const reason = denied[number - 1];
            return reason === undefined
              ? {}
              : { adjustments: [anAdjustment(reason, CHARGE)], allowedCents: 0 };
          }),
        ),
      {
        ...{ payer: { name, id }, trace: freshNumber("EFT"), controlNumber: id.slice(1) },
        ...{ paidOn: recentDay(2), producedOn: recentDay(3) },
      },
    ),
  );
  await send(request, origin, `${run}.835`, aRemittanceFile(payments, { controlNumber }));
  return `${run}901`;
}

/** Uploads a file of claims that the payers have already, or a remittance, and waits until it is in. */
async function send(
  request: APIRequestContext,
  origin: string,
  fileName: string,
  bytes: Uint8Array | string,
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
