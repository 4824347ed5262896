export type CredentialsAnswer = "accepted" | "refused" | "unreachable";

/**
 * Sends email and password to the sign-in route. Accepted means that the cookie is set; a second factor may still be
 * missing. Why something was refused is not told to anybody.
 */
export async function postCredentials(email: string, password: string): Promise<CredentialsAnswer> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as {
      csrfToken: string;
    };
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
    });
    if (response.status === 401) return "refused";
    const { url } = (await response.json()) as { url?: string };
    // A form token that has gone stale is answered with the way to a page, not with an error.
    const isAccepted = response.ok && url !== undefined && !/[?&](error|csrf)=/.test(url);
    return isAccepted ? "accepted" : "unreachable";
  } catch {
    return "unreachable";
  }
}

/** The words for an answer that is not "accepted". */
export const REFUSAL_WORDS = {
  refused: {
    message: "That did not work.",
    next:
      "Check the email address and the password. After several wrong attempts sign-in is closed for a while: " +
      "wait up to 15 minutes, or ask your administrator.",
  },
  unreachable: {
    message: "Sign-in could not be reached.",
    next: "Check the connection, reload the page and try again.",
  },
} as const;
