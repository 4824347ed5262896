import { defineRoute } from "@/lib/auth/define-route";
import { fileResponse } from "@/lib/auth/file-response";
import { exportXray } from "@/lib/use-cases/xray/export-xray";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The X-ray of everything that is posted as a workbook, as of the practice's today. */
export const GET = defineRoute(exportXray, {
  input: () => ({}),
  respond: ({ bytes, fileName }) =>
    fileResponse(bytes, { fileName, mediaType: MEDIA_TYPE, byteSize: bytes.byteLength }),
});
