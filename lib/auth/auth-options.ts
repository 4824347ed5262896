import "server-only";
import type { AuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { headers } from "next/headers";
import { ABSOLUTE_SECONDS } from "@/lib/domain/access/session-limits";
import { startSession } from "@/lib/use-cases/access/start-session";
import { logger } from "@/lib/logger";
import { isSecure } from "./public-url";
import { sessionCookieName, sessionCookieOptions, sessionSecret } from "./session-cookie";

const MAX_LENGTH = 320;

const text = (value: unknown): string | null =>
  typeof value === "string" && value.length > 0 && value.length <= MAX_LENGTH ? value : null;

/**
 * next-auth checks the form's token, calls `authorize` and seals the cookie. The cookie carries an opaque token and
 * nothing else; who that is and what holds for it is read from our own session table on every request
 * (current-session.ts). Made for each request, so that a wrong configuration throws and nobody gets in.
 */
export function authOptions(): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: ABSOLUTE_SECONDS },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      credentialsProvider({
        name: "Dorsal",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given) {
          const email = text(given?.email);
          const password = text(given?.password);
          if (!email || !password) return null;
          const requestId = crypto.randomUUID();
          try {
            const userAgent = (await headers()).get("user-agent");
            const token = await startSession({ email, password, userAgent }, { requestId, now: new Date() });
            return token === null ? null : { id: token };
          } catch (error) {
            // next-auth would put the message of the error into an address.
            logger.error("sign_in.failed", { requestId, error });
            return null;
          }
        },
      }),
    ],
    callbacks: {
      // Whatever a caller sends along with an "update" is ignored: the token's content is the session token, always.
      jwt: ({ token, user, trigger }) => ({
        sessionToken: trigger === "signIn" ? user.id : token.sessionToken,
      }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ baseUrl }) => baseUrl,
    },
    // Its own messages can carry what was typed.
    logger: {
      error: (code) => logger.error("next_auth.error", { code }),
      warn: (code) => logger.warn("next_auth.warning", { code }),
      debug: () => undefined,
    },
  };
}
