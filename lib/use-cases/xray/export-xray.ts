import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { defineUseCase } from "../define-use-case";
import { readXray } from "./read-xray";
import { writeXrayWorkbook } from "./write-xray-workbook";
import { readXrayFiles } from "@/lib/data/xray/xray-files";

/** The X-ray as a workbook: a sheet a section, and every denied line. Names no patient; claim numbers do. */
export const exportXray = defineUseCase({
  name: "xray.export",
  permission: "xray.view",
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const { xray, organizationName } = await readXray(tx, now);
    const { remittanceFiles, claimFiles, heldPayments } = await readXrayFiles(tx);
    const bytes = await writeXrayWorkbook(xray, {
      ...{ organizationName, remittanceFiles, claimFiles, heldPayments },
    });
    await recordEvent(tx, actor, {
      ...{ event: "xray.exported", subjectType: "xray", subjectId: null },
      detail: { rowCount: xray.denials.length, isWithEdits: xray.edits !== null },
    });
    return { fileName: `xray-${xray.asOf}.xlsx`, bytes };
  },
});
