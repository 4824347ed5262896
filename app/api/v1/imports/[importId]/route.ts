import { defineRoute } from "@/lib/auth/define-route";
import { getImport } from "@/lib/use-cases/imports/list-imports";

/** One import with its progress: what a screen polls while it runs. */
export const GET = defineRoute(getImport, { input: (_request, { importId }) => ({ importId }) });
