import { defineRoute } from "@/lib/auth/define-route";
import { fileResponse } from "@/lib/auth/file-response";
import { exportWorkBack } from "@/lib/use-cases/workback/export-work-back";

/** Corrections to key into the practice's own system, as CSV: `?status=open|closed|withdrawn`. */
export const GET = defineRoute(exportWorkBack, {
  input: (request) => Object.fromEntries(new URL(request.url).searchParams),
  respond: ({ csv, fileName }) => fileResponse(csv, { fileName, mediaType: "text/csv; charset=utf-8" }),
});
