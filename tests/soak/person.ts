import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ensureAccount, updateAccount } from "@/lib/data/access/account-records";
import { newId } from "@/lib/data/new-id";
import { ensureActiveMember } from "@/lib/data/setup/demo-records";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import { hashPassword } from "@/lib/use-cases/access/password-hash";
import { ADDRESS } from "./application";

const PASSWORD = "violet harbour trumpet seven";
const PIECE_BYTES = 64 * 1024;

export interface SentFile {
  /** 201: taken in now. 200: these very bytes were here already. */
  status: number;
  importId: string;
}

export interface Interruption {
  /** Share of the bytes behind which it happens. */
  share: number;
  happen: () => Promise<void>;
}

/** A coder of an organization of their own, signed in at the application by its real form. */
export interface Person {
  organizationId: string;
  /** Sends a file as the upload of a browser does; null when the connection broke before an answer. */
  send(path: string, bytes: Buffer, interruption?: Interruption): Promise<SentFile | null>;
  /** What the application answers at an address of its API. Throws when it refuses. */
  read(path: string): Promise<unknown>;
}

export async function aSignedInPerson(label: string): Promise<Person> {
  const organizationId = newId();
  const email = `${label.replaceAll(" ", ".")}@soak.test`;
  const passwordHash = await hashPassword(PASSWORD);
  await withTenant({ organizationId }, (tx) =>
    tx.organization.create({
      data: { id: organizationId, name: `Soak ${label}`, requiresSecondFactor: false },
    }),
  );
  const userId = await withAuth(async (tx) => {
    const id = await ensureAccount(tx, email);
    await updateAccount(tx, id, { passwordHash });
    return id;
  });
  await withTenant({ organizationId }, (tx) =>
    ensureActiveMember(tx, {
      ...{ organizationId, userId, email },
      displayName: `Soak ${label}`,
      role: "coder",
    }),
  );
  const cookie = await signIn(email);
  return {
    organizationId,
    send: (path, bytes, interruption) => send(cookie, path, bytes, interruption),
    async read(path) {
      const answer = await fetch(`${ADDRESS}${path}`, { headers: { cookie } });
      const body = (await answer.json()) as { value?: unknown };
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
      return body.value;
    },
  };
}

const cookiesOf = (answer: Response): string[] =>
  answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);

/** The form's token, then the form; answers the cookie. */
async function signIn(email: string): Promise<string> {
  const form = await fetch(`${ADDRESS}/api/auth/csrf`);
  const { csrfToken } = (await form.json()) as { csrfToken: string };
  const answer = await fetch(`${ADDRESS}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: ADDRESS, cookie: cookiesOf(form).join("; ") },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD, json: "true" }),
  });
  await answer.body?.cancel();
  const session = cookiesOf(answer).find((cookie) => cookie.startsWith("dorsal.session="));
  if (!session) throw new Error(`the sign-in answers ${answer.status} and no session`);
  return session;
}

async function* piecesOf(
  bytes: Buffer,
  interruption?: Interruption,
): AsyncGenerator<Buffer, void, undefined> {
  const at = interruption ? Math.min(interruption.share, 1) * bytes.length : Infinity;
  let isDue = interruption !== undefined && interruption.share <= 1;
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    if (isDue && from >= at) {
      isDue = false;
      await interruption!.happen();
    }
    yield bytes.subarray(from, from + PIECE_BYTES);
  }
  if (isDue) await interruption!.happen();
}

async function send(
  cookie: string,
  path: string,
  bytes: Buffer,
  interruption?: Interruption,
): Promise<SentFile | null> {
  const outgoing = request(`${ADDRESS}${path}`, {
    method: "POST",
    agent: false,
    headers: {
      ...{ cookie, origin: ADDRESS, "content-type": "application/octet-stream" },
      ...{ "content-length": bytes.length, "x-file-name": "soak.837" },
    },
  });
  const answered = once(outgoing, "response") as Promise<[IncomingMessage]>;
  // Met below; unheard until then, it would end the process.
  answered.catch(() => undefined);
  let happening: Promise<void> | undefined;
  try {
    await pipeline(Readable.from(piecesOf(bytes, interruption)), outgoing);
    if (interruption && interruption.share > 1) happening = interruption.happen();
    const [answer] = await answered;
    const text = Buffer.concat(await answer.toArray()).toString("utf8");
    if (answer.statusCode !== 200 && answer.statusCode !== 201)
      throw new Refused(`the upload is answered with ${answer.statusCode}: ${text.slice(0, 200)}`);
    const { value } = JSON.parse(text) as { value: { importId: string } };
    return { status: answer.statusCode, importId: value.importId };
  } catch (error) {
    if (interruption === undefined || error instanceof Refused) throw error;
    return null;
  } finally {
    await happening;
  }
}

class Refused extends Error {}
