import "server-only";
import { AppError } from "@/lib/domain/shared/app-error";
import type { Assurance } from "@/lib/domain/access/second-factor";
import { readSession, type SignedIn } from "./current-session";
import { publicUrl } from "./public-url";
import { isOwnRequest } from "./request-origin";

/** Refuses what another site makes a browser send. */
export function requireOwnRequest(method: string, headers: Headers): void {
  if (isOwnRequest(method, headers, publicUrl())) return;
  throw new AppError("forbidden", "This request did not come from a page of Dorsal.", {
    next: "Open Dorsal at its own address and try again from there.",
  });
}

/** The member behind the request; throws `not_signed_in` or `second_factor_needed`. */
export async function requireSignedIn(isActivity: boolean, assurance: Assurance): Promise<SignedIn> {
  const state = await readSession(isActivity);
  if (state.kind === "full") return state.signedIn;
  if (state.kind === "needs_factor") {
    if (assurance === 1) return state.signedIn;
    throw new AppError("second_factor_needed", "Your second factor is still missing.", {
      next: "Enter the code of your authenticator app.",
    });
  }
  throw new AppError("not_signed_in", "You are signed out.", {
    next: "Sign in again; what you typed is still here.",
  });
}
