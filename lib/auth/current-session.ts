import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { safeNextPath, signInPath } from "@/lib/domain/access/next-path";
import { findSession, type SessionState, type SignedIn } from "@/lib/use-cases/access/find-session";
import { readSessionToken } from "./session-cookie";

export type { SessionState, SignedIn };

/** Set by proxy.ts: the path that was asked for, so that sign-in can return to it. */
export const PATH_HEADER = "x-dorsal-path";

/** Reads the session behind the request's cookie from the database. */
export async function readSession(isActivity: boolean): Promise<SessionState> {
  const token = await readSessionToken();
  if (!token) return { kind: "none" };
  return findSession(token, { requestId: crypto.randomUUID(), now: new Date(), isActivity });
}

/** The session of a page: looked up once for all its parts, and the look counts as activity. */
export const pageSession = cache(() => readSession(true));

/** The signed-in member with everything that sign-in asks done, or null. For server components. */
export async function currentSession(): Promise<SignedIn | null> {
  const state = await pageSession();
  return state.kind === "full" ? state.signedIn : null;
}

/** As `currentSession`, but sends whoever is not fully signed in to where that is done, and back afterwards. */
export async function requireSession(): Promise<SignedIn> {
  const state = await pageSession();
  if (state.kind === "full") return state.signedIn;
  const path = safeNextPath((await headers()).get(PATH_HEADER));
  redirect(signInPath(path, state.kind === "none" ? "/sign-in" : "/sign-in/second-factor"));
}
