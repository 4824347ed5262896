import "server-only";
import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { ABSOLUTE_SECONDS } from "@/lib/domain/access/session-limits";
import { isSecure } from "./public-url";

/** The browser itself refuses a `__Host-` cookie that is not secure, or that another host set. */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-dorsal.session" : "dorsal.session";
}

export function sessionCookieOptions() {
  return {
    httpOnly: true,
    sameSite: "lax" as const,
    path: "/",
    secure: isSecure(),
    maxAge: ABSOLUTE_SECONDS,
  };
}

/** The secret that seals the cookie. Throws when it is missing or short: no sign-in is better than a forgeable one. */
export function sessionSecret(environment: NodeJS.ProcessEnv = process.env): string {
  const secret = environment.NEXTAUTH_SECRET;
  if (!secret || secret.length < 32) throw new Error("NEXTAUTH_SECRET must be set to at least 32 characters");
  return secret;
}

/** The opaque session token of this request's cookie, or null. What it is worth, only the database can say. */
export async function readSessionToken(): Promise<string | null> {
  const secret = sessionSecret();
  const sealed = (await cookies()).get(sessionCookieName())?.value;
  if (!sealed) return null;
  try {
    const content = await decode({ token: sealed, secret });
    return typeof content?.sessionToken === "string" ? content.sessionToken : null;
  } catch {
    // Sealed with another secret, tampered with, or over: as good as no cookie.
    return null;
  }
}

/** Takes the cookie away. The browser lets go of a `__Host-` cookie only when told in the same manner. */
export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
