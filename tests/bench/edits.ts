// All edits on claims of four lines, on one core; and twenty of them against json-rules-engine on the same conditions.
import { Engine } from "json-rules-engine";
import { CATALOGUE } from "@/lib/domain/edits/catalogue";
import { CatalogueIndex, runCatalogue, runEdits } from "@/lib/domain/edits/run-edits";
import { benchClaims, type BenchClaim } from "./edit-claims";
import { CLAIM_RULES, COMPARED, LINE_RULES } from "./edit-conditions";
import { medianMs, perSecond, report } from "./report";

const CLAIMS = benchClaims(2_000);
const RUNS = 9;
/** json-rules-engine takes milliseconds a claim: fewer claims, the same ones. */
const FEW = CLAIMS.slice(0, 600);

const twenty = new CatalogueIndex(CATALOGUE.filter(({ rule }) => COMPARED.has(rule)));
const lineEngine = new Engine(LINE_RULES);
const claimEngine = new Engine(CLAIM_RULES);

const ours = ({ claim, context }: BenchClaim) => runCatalogue(twenty, claim, context);

async function theirs({ claimFacts, lineFacts }: BenchClaim): Promise<string[]> {
  const found: string[] = [];
  for (const facts of lineFacts) {
    const { events } = await lineEngine.run(facts);
    for (const { type } of events) found.push(type);
  }
  const { events } = await claimEngine.run(claimFacts);
  for (const { type } of events) found.push(type);
  return found;
}

/** A ratio of two engines that disagree would be worth nothing. */
async function compare(): Promise<number> {
  let found = 0;
  const hit = new Set<string>();
  for (const claim of FEW) {
    const own = [...new Set(ours(claim).findings.map(({ rule }) => rule))].sort();
    const other = [...new Set(await theirs(claim))].sort();
    if (own.join() !== other.join()) {
      throw new Error(
        `the engines disagree: ${own.join()} against ${other.join()}\n${JSON.stringify(claim.claim.lines)}`,
      );
    }
    found += own.length;
    own.forEach((rule) => hit.add(rule));
  }
  const silent = [...COMPARED].filter((rule) => !hit.has(rule));
  if (silent.length > 0) throw new Error(`no claim ever meets ${silent.join()}`);
  return found;
}

const found = await compare();
const withFindings = CLAIMS.filter(
  ({ claim, context }) => runEdits(claim, context).findings.length > 0,
).length;
const share = Math.round((withFindings / CLAIMS.length) * 100);
const allMs = await medianMs(RUNS, () => CLAIMS.forEach(({ claim, context }) => runEdits(claim, context)));
const oursMs = await medianMs(RUNS, () => CLAIMS.forEach(ours));
const theirsMs = await medianMs(3, async () => {
  for (const claim of FEW) await theirs(claim);
});
const rate = CLAIMS.length / (allMs / 1000);
const ratio = theirsMs / FEW.length / (oursMs / CLAIMS.length);

report({
  work: `edits (${CATALOGUE.length}), claims of 4 lines, ${share}% with findings, one core`,
  measure: "claims edited",
  result: perSecond(CLAIMS.length, allMs),
  target: ">= 50,000/s",
  isMet: rate >= 50_000,
});
report({
  work: `edits (${COMPARED.size} on the same conditions, ${found} findings agree)`,
  measure: "claims, json-rules-engine = 1",
  result: `${ratio.toFixed(0)}x`,
  target: ">= 150x",
  isMet: ratio >= 150,
});
report({
  work: `edits (${COMPARED.size} on the same conditions)`,
  measure: "json-rules-engine itself",
  result: perSecond(FEW.length, theirsMs),
  target: null,
  isMet: null,
});
