import { defineRoute } from "@/lib/auth/define-route";
import { fileResponse } from "@/lib/auth/file-response";
import { downloadBatch } from "@/lib/use-cases/batches/download-batch";

/** The outbound 837P of a batch that was handed over. */
export const GET = defineRoute(downloadBatch, {
  input: (_request, { batchId }) => ({ batchId }),
  respond: (file) => fileResponse(file.open(), file),
});
