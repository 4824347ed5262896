import { closeConnections } from "@/lib/data/database-connection";
import { soakedClaims } from "./claims";
import type { Kind } from "./kinds";
import { soakedRemittances } from "./remittances";
import { soakOnce } from "./round";
import type { Soaked } from "./soaked";

const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 20);
const SOAKED: Record<Kind, Soaked> = { claims: soakedClaims, remittances: soakedRemittances };

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Kinds of imports, round after round, against the running application. Started by scripts/soak.mjs. */
async function main(kinds: readonly Kind[]): Promise<void> {
  for (const kind of kinds) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`${kind} ${round} of ${ROUNDS}: ${await soakOnce(SOAKED[kind], round)}`);
    }
    say(
      `${ROUNDS} imports of ${kind} survived their kills: nothing lost, nothing doubled, nothing unbalanced.`,
    );
  }
  await closeConnections();
}

await main(process.argv.slice(2) as Kind[]);
