import "server-only";
import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { requireOwnRequest } from "./authorize-request";
import { authOptions } from "./auth-options";
import { jsonResponse } from "./define-route";
import { publicUrl } from "./public-url";
import { reportError } from "./report-error";

/** All of next-auth that we use: the form's token, and the form. Sessions are read and ended by our own means. */
const OPEN = new Set(["GET csrf", "POST callback/credentials"]);
const MAX_BODY_BYTES = 10_000;

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** The handler of app/api/auth: own origin only, small bodies only, and nothing of next-auth beyond `OPEN`. */
export async function signInRoute(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    if (!OPEN.has(`${request.method} ${nextauth.join("/")}`))
      return jsonResponse({ error: { code: "not_found" } }, 404);
    requireOwnRequest(request.method, request.headers);
    if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES)
      return jsonResponse({ error: { code: "too_large" } }, 413);
    // next-auth takes its own address from here alone; without it a forwarded host could name another.
    process.env.NEXTAUTH_URL = publicUrl().origin;
    return (await NextAuth(request, context, authOptions())) as Response;
  } catch (error) {
    const refused = reportError(error, { requestId: crypto.randomUUID(), name: "sign_in" });
    return jsonResponse({ error: refused.view }, refused.status);
  }
}
