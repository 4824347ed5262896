import * as z from "zod";
import { listPayerRecords } from "@/lib/data/payers/payer-records";
import { PAYER_KIND_LABELS } from "@/lib/domain/payers/payer";
import { presetByKey } from "@/lib/domain/payers/presets";
import { defineUseCase } from "../define-use-case";

/** Every payer that the organization's claims name, busiest first. */
export const listPayers = defineUseCase({
  name: "payers.list",
  permission: "payers.view",
  input: z.strictObject({}),
  async run({ tx }) {
    const rows = await listPayerRecords(tx);
    return {
      payers: rows.map((row) => ({
        ...row,
        kindLabel: PAYER_KIND_LABELS[row.kind],
        presetLabel: presetByKey(row.preset)?.label ?? null,
      })),
    };
  },
});
