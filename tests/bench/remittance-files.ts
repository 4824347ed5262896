import { closeSync, openSync, writeSync } from "node:fs";
import type { Adjustment, RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import { Random } from "@/prisma/seed/practice/random";
import { aPayment, aRemittanceFile, type WholePayment } from "../builders/a-remittance-file";
import { aRemittanceClaim, aRemittanceLine } from "../builders/a-remittance-claim";

const CLAIMS_OF_A_PAYMENT = 250;
const CODES = ["63650", "63655", "63685", "95972", "99214", "62323"];

/** Writes remittances of `claims` claims, three lines each on average, as one file; the same number, the same bytes. */
export function writeRemittances(file: string, claims: number): void {
  const random = new Random("remittances");
  const out = openSync(file, "w");
  for (let at = 0; at < claims; at += CLAIMS_OF_A_PAYMENT) {
    const few = Math.min(CLAIMS_OF_A_PAYMENT, claims - at);
    writeSync(out, aRemittanceFile([paymentOf(random, few)]));
  }
  closeSync(out);
}

function paymentOf(random: Random, count: number): WholePayment {
  const claims = Array.from({ length: count }, () => claimOf(random));
  const amountCents = claims.reduce((sum, { paidCents }) => sum + paidCents, 0);
  return { payment: aPayment({ amountCents: amountCents + 127 }), claims, providerAdjustments: [INTEREST] };
}

const INTEREST = {
  ...{ providerId: "1234567893", fiscalYearEnd: "2026-12-31", reason: "L6", reference: "ICN1" },
  cents: -127,
};

function claimOf(random: Random): RemittanceClaim {
  const lines = Array.from({ length: random.integer(1, 5) }, (_, at) => lineOf(random, at + 1));
  const sum = (field: "chargeCents" | "paidCents") => lines.reduce((total, line) => total + line[field], 0);
  const claimNumber = `SP26${random.integer(100_000, 999_999)}`;
  return aRemittanceClaim({
    ...{ claimNumber, payerControlNumber: `20261810${random.integer(100_000, 999_999)}` },
    ...{ chargeCents: sum("chargeCents"), paidCents: sum("paidCents"), lines },
    remarks: random.chance(0.5) ? ["MA01"] : [],
  });
}

function lineOf(random: Random, number: number): RemittanceLine {
  const chargeCents = random.integer(10_000, 900_000);
  const isDenied = random.chance(0.1);
  const allowedCents = isDenied ? 0 : Math.floor(chargeCents / 3);
  const patientCents = Math.floor(allowedCents / 5);
  const adjustments: Adjustment[] = isDenied
    ? [{ group: "CO", carc: "97", cents: chargeCents, quantity: 1 }]
    : [
        { group: "CO", carc: "45", cents: chargeCents - allowedCents, quantity: null },
        { group: "PR", carc: "2", cents: patientCents, quantity: null },
      ];
  return aRemittanceLine({
    ...{ number, code: random.pick(CODES), modifiers: random.chance(0.2) ? ["59"] : [] },
    ...{ chargeCents, paidCents: allowedCents - patientCents, adjustments, allowedCents },
    ...{ controlNumber: `${number}`, remarks: isDenied ? ["N19"] : [] },
  });
}
