/** Plain arithmetic over the text of a generated 835 file: shares no code with the writer or a reader. */

export interface TextAdjustment {
  group: string;
  carc: string;
  cents: number;
  quantity: string;
}

export interface TextLine {
  code: string;
  submitted: string;
  chargeCents: number;
  paidCents: number;
  unitsPaid: number;
  unitsSubmitted: number;
  revenueCode: string;
  adjustments: TextAdjustment[];
  remarks: string[];
  controlNumber: string;
}

export interface TextClaim {
  claimNumber: string;
  status: string;
  chargeCents: number;
  paidCents: number;
  patientCents: string;
  icn: string;
  frequency: string;
  original: string;
  receivedOn: string;
  interestCents: number;
  adjustments: TextAdjustment[];
  remarks: string[];
  lines: TextLine[];
}

export interface TextPayment {
  amountCents: number;
  isDebit: boolean;
  method: string;
  paidOn: string;
  trace: string;
  payer: string;
  payee: string;
  claims: TextClaim[];
  providerAdjustments: { reason: string; reference: string; cents: number }[];
}

export function centsOf(text: string): number {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)!;
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  return sign === "-" ? 0 - cents : cents;
}

export function paymentsOf(text: string): TextPayment[] {
  const payments: TextPayment[] = [];
  let claim: TextClaim | null = null;
  let line: TextLine | null = null;
  for (const segment of text.split("~")) {
    const [id, ...rest] = segment.trim().split("*");
    const at = (index: number) => rest[index - 1] ?? "";
    const payment = payments[payments.length - 1]!;
    if (id === "BPR") {
      payments.push({
        ...{ amountCents: centsOf(at(2)), isDebit: at(3) === "D", method: at(4), paidOn: at(16) },
        ...{ trace: "", payer: "", payee: "", claims: [], providerAdjustments: [] },
      });
      claim = line = null;
    } else if (id === "TRN") payment.trace = at(2);
    else if (id === "N1") payment[at(1) === "PR" ? "payer" : "payee"] = at(2);
    else if (id === "CLP") {
      line = null;
      claim = {
        ...{ claimNumber: at(1), status: at(2), chargeCents: centsOf(at(3)), paidCents: centsOf(at(4)) },
        ...{
          patientCents: at(5),
          icn: at(7),
          frequency: at(9),
          original: "",
          receivedOn: "",
          interestCents: 0,
        },
        ...{ adjustments: [], remarks: [], lines: [] },
      };
      payment.claims.push(claim);
    } else if (id === "SVC") {
      const units = at(5) === "" ? 1 : Number(at(5));
      line = {
        ...{ code: at(1).split(":")[1]!, submitted: at(6), revenueCode: at(4), unitsPaid: units },
        ...{ chargeCents: centsOf(at(2)), paidCents: centsOf(at(3)) },
        unitsSubmitted: at(7) === "" ? units : Number(at(7)),
        ...{ adjustments: [], remarks: [], controlNumber: "" },
      };
      claim!.lines.push(line);
    } else if (id === "CAS") {
      for (let index = 2; index <= rest.length; index += 3)
        (line ?? claim!).adjustments.push({
          ...{ group: at(1), carc: at(index), cents: centsOf(at(index + 1)), quantity: at(index + 2) },
        });
    } else if (id === "REF" && at(1) === "6R") line!.controlNumber = at(2);
    else if (id === "REF" && at(1) === "F8") claim!.original = at(2);
    else if (id === "DTM" && at(1) === "050") claim!.receivedOn = at(2);
    else if (id === "AMT" && at(1) === "I") claim!.interestCents = centsOf(at(2));
    else if (id === "LQ") line!.remarks.push(at(2));
    else if (id === "MOA") claim!.remarks.push(...rest.slice(2));
    else if (id === "PLB") {
      for (let index = 3; index <= rest.length; index += 2) {
        const [reason, reference = ""] = at(index).split(":");
        payment.providerAdjustments.push({ reason: reason!, reference, cents: centsOf(at(index + 1)) });
      }
    }
  }
  return payments;
}
