import type { ErrorView } from "@/lib/domain/shared/app-error";

/** A read that was refused or failed, with the words to show. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly view: ErrorView,
  ) {
    super(view.message);
    this.name = "RequestFailed";
  }
}

const OFFLINE: ErrorView = {
  code: "unexpected",
  message: "The server could not be reached.",
  next: "Check the connection; nothing was lost. Then try again.",
};

/**
 * Reads `{ value }` from one of our own addresses. Throws RequestFailed with the server's words. Who is no longer signed
 * in goes to the sign-in page and comes back to where they were.
 */
export async function fetchValue<T>(address: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, { ...init, headers: { accept: "application/json", ...init?.headers } });
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new RequestFailed(0, OFFLINE);
  }
  const body = (await response.json().catch(() => null)) as { value?: T; error?: ErrorView } | null;
  if (response.ok && body && "value" in body) return body.value as T;
  const view = body?.error ?? {
    code: "unexpected" as const,
    message: "The server could not answer.",
    next: "Try again in a moment.",
  };
  if (view.code === "not_signed_in") goToSignIn();
  throw new RequestFailed(response.status, view);
}

/**
 * Reads like `fetchValue`, with the question in the body: for whatever may hold a name or a member id, because addresses
 * end up in logs and histories.
 */
export function askValue<T>(address: string, input: unknown, init?: RequestInit): Promise<T> {
  return fetchValue<T>(address, {
    ...init,
    method: "POST",
    headers: { "content-type": "application/json", ...init?.headers },
    body: JSON.stringify(input),
  });
}

/** The words to show for whatever was thrown. */
export function errorViewOf(error: unknown): ErrorView {
  return error instanceof RequestFailed ? error.view : OFFLINE;
}

/** Heard by the cover that asks for the password on the page itself (components/access/session-warning.tsx). */
export const SIGNED_OUT_EVENT = "dorsal:signed-out";

/**
 * The session is over: where the page can ask for the password itself it does, so that nothing typed is lost; elsewhere
 * the way leads to the sign-in page and back.
 */
export function goToSignIn(): void {
  if (!window.dispatchEvent(new Event(SIGNED_OUT_EVENT, { cancelable: true }))) return;
  const here = `${window.location.pathname}${window.location.search}`;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}
