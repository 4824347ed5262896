import { defineRoute, defineSignedInRoute, jsonResponse } from "@/lib/auth/define-route";
import { declaredBody } from "@/lib/auth/declared-body";
import { createImport } from "@/lib/use-cases/imports/create-import";
import { listImports } from "@/lib/use-cases/imports/list-imports";

/** Imported files, newest first: `?page=2`. */
export const GET = defineRoute(listImports, {
  input: (request) => {
    const page = new URL(request.url).searchParams.get("page");
    return page === null ? {} : { page: Number(page) };
  },
});

/**
 * Takes a file in. The body is the file itself, streamed and never held in memory; its name comes in `x-file-name`
 * (percent-encoded), `x-history: 1` marks claims that the payers already have. 201 with `{ value: { importId } }`, or 200
 * with the first import of the same bytes.
 */
export const POST = defineSignedInRoute("imports.create", async ({ actor }, request) => {
  const created = await createImport(
    actor,
    {
      fileName: decodedName(request.headers.get("x-file-name")),
      source: "upload",
      isHistory: request.headers.get("x-history") === "1",
    },
    declaredBody(request),
  );
  return jsonResponse({ value: created }, created.alreadyImported ? 200 : 201);
});

function decodedName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? "");
  } catch {
    return "";
  }
}
