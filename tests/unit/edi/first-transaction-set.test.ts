import { describe, expect, it } from "vitest";
import { firstTransactionSet } from "@/lib/edi/first-transaction-set";
import { aClaimFile } from "../../builders/a-claim-file";
import { aClaim } from "../../builders/a-claim";
import { interchange } from "../../builders/a-remittance-file";

const bytes = (text: string) => new TextEncoder().encode(text);
const remittance = interchange([["BPR*I*0*C*NON"]]);
const acknowledged = remittance.replace("GS*", "TA1*000000001*260630*1015*A*000~\nGS*");

describe("the first transaction of a file", () => {
  it.each([
    ["claims", aClaimFile([aClaim()]), "837"],
    ["a remittance", bytes(remittance), "835"],
    ["a remittance behind an acknowledgement", bytes(acknowledged), "835"],
    ["a remittance in UTF-16", new Uint8Array(Buffer.from(remittance, "utf16le")), "835"],
    ["a head that ends too early", bytes(remittance.slice(0, 120)), null],
    ["no X12", bytes("claim,charge\n"), null],
    ["nothing", bytes(""), null],
  ])("%s", (_, content, set) => expect(firstTransactionSet(content)).toBe(set));
});
