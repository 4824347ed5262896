import { expect, type APIRequestContext, type Page } from "@playwright/test";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import type { RemittanceLine } from "@/lib/domain/remittances/remittance";
import {
  aDeniedLine,
  aPayment,
  aRemittanceClaim,
  aRemittanceFile,
  aRemittanceLine,
} from "../../builders/a-remittance";
import { freshNumber, recentDay } from "./claim-files";

/** The number of a claim whose second lead the payer denied as included in the first, and the file that says so. */
export function aDenialFile(): { claimNumber: string; text: Buffer } {
  const claimNumber = freshNumber("DEN");
  const day = { serviceFrom: recentDay(40), serviceTo: recentDay(40) };
  const lines: RemittanceLine[] = [
    aRemittanceLine(day),
    aDeniedLine("CO-97", { ...day, modifiers: ["59"], remarks: ["M15"] }),
  ];
  const claim = aRemittanceClaim({
    ...{ claimNumber, lines, payerControlNumber: `ICN${claimNumber}` },
    patient: { lastName: "ASHDOWN", firstName: "MIRA", memberId: freshNumber("W") },
  });
  const dates = { paidOn: recentDay(10), producedOn: recentDay(11) };
  const payment = aPayment([claim], { trace: freshNumber("EFT"), ...dates });
  const controlNumber = Math.floor(Math.random() * 900_000) + 1;
  return { claimNumber, text: Buffer.from(aRemittanceFile([payment], { controlNumber })) };
}

/** Imports a remittance that denies as whoever asks (they must be allowed to import); answers the denial it opened. */
export async function openADenial(request: APIRequestContext, origin: string): Promise<DenialEntry> {
  const { claimNumber, text } = aDenialFile();
  const sent = await request.post("/api/v1/imports", {
    headers: { origin, "content-type": "application/octet-stream", "x-file-name": `${claimNumber}.835` },
    data: text,
  });
  expect(sent.status()).toBe(201);
  const find = async (): Promise<DenialEntry | undefined> => {
    const asked = { headers: { origin }, data: { queue: "to_work", text: claimNumber } };
    const answer = await request.post("/api/v1/denials", asked);
    return ((await answer.json()) as { value: { rows: DenialEntry[] } }).value.rows[0];
  };
  await expect.poll(async () => (await find())?.claimNumber, { timeout: 60_000 }).toBe(claimNumber);
  return (await find())!;
}

/** Two payments of one file: one adds up, the other is paid $12.34 less than its claim says. */
export function aFileWithHeld() {
  const day = { serviceFrom: recentDay(40), serviceTo: recentDay(40) };
  const dates = { paidOn: recentDay(9), producedOn: recentDay(10) };
  const claimOf = (claimNumber: string) =>
    aRemittanceClaim({
      ...{ claimNumber, payerControlNumber: `ICN${claimNumber}` },
      patient: { lastName: "FENWICK", firstName: "ODA", memberId: freshNumber("W") },
      lines: [aRemittanceLine(day), aDeniedLine("CO-97", { ...day, modifiers: ["59"], remarks: ["M15"] })],
    });
  const [sound, off] = [claimOf(freshNumber("ERA")), claimOf(freshNumber("ERA"))];
  const [trace, heldTrace] = [freshNumber("EFT"), freshNumber("EFT")];
  const text = aRemittanceFile(
    [
      aPayment([sound], { trace, ...dates }),
      aPayment([off], {
        trace: heldTrace,
        controlNumber: "0002",
        ...dates,
        amountCents: off.paidCents - 1_234,
      }),
    ],
    { controlNumber: Math.floor(Math.random() * 900_000) + 1 },
  );
  return { claimNumber: sound.claimNumber, heldNumber: off.claimNumber, trace, heldTrace, text };
}

/** Imports a payment that does not add up as whoever asks, and opens it. */
export async function openHeldPayment(page: Page): Promise<void> {
  const { heldTrace, text } = aFileWithHeld();
  const sent = await page.request.post("/api/v1/imports", {
    headers: {
      ...{ origin: new URL(page.url()).origin, "content-type": "application/octet-stream" },
      "x-file-name": `${heldTrace}.835`,
    },
    data: Buffer.from(text),
  });
  expect(sent.status()).toBe(201);
  const link = page.getByRole("link", { name: heldTrace, exact: true });
  await expect
    .poll(
      async () => {
        await page.goto("/remittances?status=held");
        return link.count();
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  await page.goto((await link.getAttribute("href"))!);
}
