import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ChainHead } from "./audit-chain";

/** Chain ends are noted beside the database, one line each: whoever shortens a chain there does not shorten this. */
function notePath(organizationId: string): string {
  return path.join(process.env.DATA_DIR ?? ".data", "audit-heads", `${organizationId}.txt`);
}

export async function noteHead(organizationId: string, head: ChainHead): Promise<void> {
  const file = notePath(organizationId);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await appendFile(file, `${head.sequence} ${head.hash}\n`, { mode: 0o600 });
}

/** The last noted ends, newest last; empty when none was noted. */
export async function readNotedHeads(organizationId: string, last = 1000): Promise<ChainHead[]> {
  let text: string;
  try {
    text = await readFile(notePath(organizationId), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  const heads: ChainHead[] = [];
  for (const line of text.split("\n").slice(-last - 1)) {
    const [sequence, hash] = line.split(" ");
    // A line cut short by a crash is no evidence of anything.
    if (sequence && /^\d+$/.test(sequence) && hash?.length === 64) heads.push({ sequence, hash });
  }
  return heads;
}
