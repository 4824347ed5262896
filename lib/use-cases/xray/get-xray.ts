import * as z from "zod";
import { readXrayFiles } from "@/lib/data/xray/xray-files";
import type { XrayScreen } from "@/lib/domain/xray/xray-screen";
import { defineUseCase } from "../define-use-case";
import { readXray } from "./read-xray";

/** What the posted remittances say that stimulator denials cost, as of the practice's today. Sums only: no patient is in it. */
export const getXray = defineUseCase({
  name: "xray.view",
  permission: "xray.view",
  input: z.strictObject({}),
  async run({ tx, now }): Promise<XrayScreen> {
    const { xray, organizationName } = await readXray(tx, now);
    const {
      answered: _answered,
      denials: _denials,
      outsideClaims: _outsideClaims,
      cells: _cells,
      ...figures
    } = xray;
    const files = await readXrayFiles(tx);
    return {
      xray: { ...figures, edits: figures.edits && { ...figures.edits, held: [] } },
      organizationName,
      files: {
        ...{ remittances: files.remittanceFiles, claims: files.claimFiles, readingIds: files.readingIds },
        held: { payments: files.heldPayments, claims: files.heldClaims },
      },
    };
  },
});
