import { dollarsInWords } from "@/lib/domain/shared/money";
import { OUTSIDE_WORDS } from "@/lib/domain/xray/outside";
import type { Rate, Sum, Xray } from "@/lib/domain/xray/xray";
import type { XrayFileView, XrayOutput } from "./xray-view";

const WINDOWS: Record<Xray["open"]["tiers"][number]["window"], string> = {
  open: "window open",
  unknown: "window not known: look the limit up",
  closed: "window closed: lost already",
  none: "usually written off",
};

/** What an owner reads: one page of figures; the claims behind them are in the JSON. */
export function xraySheet(xray: XrayOutput): string {
  const { totals, asOf, from, to } = xray;
  return [
    ...xray.files.flatMap(fileLines),
    `${xray.files.length} files; first answers ${from ?? "none"} to ${to ?? "none"}; windows as of ${asOf}`,
    "",
    `Stimulator lines answered  ${amount(totals.chargeCents)}  ${totals.lines} lines, ${totals.claims} claims`,
    `Denied at first            ${amount(totals.deniedCents)}  ${totals.deniedLines} lines, ${totals.deniedClaims} claims`,
    `Initial denial rate        ${percent(totals.lineRate)} of lines, ${percent(totals.dollarRate)} of charges`,
    `Lost second leads          ${amount(xray.secondLeads.cents)}  ${xray.secondLeads.lines} lines, ${dollarsInWords(xray.secondLeads.openCents)} still denied`,
    "",
    ...table("Denied at first by payer", xray.payers, ({ payer, deniedLines, deniedCents, lines }) => [
      payer.name,
      deniedCents,
      `${deniedLines} of ${lines} lines`,
    ]),
    ...table("By code", xray.codes, ({ code, deniedLines, deniedCents, lines }) => [
      code,
      deniedCents,
      `${deniedLines} of ${lines} lines`,
    ]),
    ...table("By category", xray.categories, (row) => [row.category, row.cents, behind(row)]),
    ...openLines(xray.open),
    ...editLines(xray.edits),
    ...table("Not in these figures", xray.outside, (row) => [
      OUTSIDE_WORDS[row.reason],
      row.chargeCents,
      `charged, ${dollarsInWords(row.cents)} denied, ${behind(row)}`,
    ]),
  ]
    .join("\n")
    .trimEnd();
}

function fileLines({ file, accepted, quarantined, unbalancedPayments, ...rest }: XrayFileView): string[] {
  const says = [
    accepted ? null : `REFUSED: ${rest.problems.at(-1)?.message ?? "it cannot be read"}`,
    quarantined > 0 ? `${quarantined} claims could not be read` : null,
    rest.repeatedPayments > 0 ? `${rest.repeatedPayments} payments are in an earlier file too` : null,
    unbalancedPayments > 0 ? `${unbalancedPayments} payments do not balance` : null,
  ].filter((part) => part !== null);
  return says.map((part) => `${file}: ${part}`);
}

function openLines(open: Xray["open"]): string[] {
  const flow = [
    `Still denied: ${dollarsInWords(open.openCents)} = ${dollarsInWords(open.initialCents)} denied at first`,
    `- ${dollarsInWords(open.noLongerDeniedCents)} no longer (${dollarsInWords(open.paidSinceCents)} paid since)`,
    `+ ${dollarsInWords(open.deniedLaterCents)} denied later`,
  ].join(" ");
  const tiers = open.tiers.filter(({ lines }) => lines > 0);
  return table(flow, tiers, (row) => [`${row.tier}, ${WINDOWS[row.window]}`, row.cents, behind(row)]);
}

function editLines(edits: Xray["edits"]): string[] {
  if (edits === null) return [];
  const { joined, notJoined, all } = edits;
  return [
    `Edits on ${joined.claims} claims of the claim files (${notJoined.claims} answered claims are in none):`,
    `  would have stopped ${dollarsInWords(all.stopped.cents)} of ${dollarsInWords(joined.deniedCents)} denied (${behind(all.stopped)}), asked about ${dollarsInWords(all.flagged.cents)} more,`,
    `  and held ${all.heldWrongly.claims} of ${joined.paidInFull} claims that were paid in full`,
    "",
    ...table("By edit", edits.rules, ({ rule, title, stopped, flagged, heldWrongly }) => [
      `${rule} ${title}`,
      stopped.cents,
      `${stopped.lines} lines; asks about ${flagged.lines}; holds ${heldWrongly.claims} paid claims`,
    ]),
  ];
}

function table<Row>(
  title: string,
  rows: readonly Row[],
  read: (row: Row) => [string, number, string],
): string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(read);
  const width = Math.max(...cells.map(([label]) => label.length));
  return [
    title,
    ...cells.map(([label, cents, rest]) => `  ${label.padEnd(width)}  ${amount(cents)}  ${rest}`),
    "",
  ];
}

function behind({ lines, claims }: Pick<Sum, "lines" | "claims">): string {
  return `${lines} lines, ${claims} claims`;
}

function amount(cents: number): string {
  return dollarsInWords(cents).padStart(15);
}

function percent({ value }: Rate): string {
  return value === null ? "n/a" : `${(value * 100).toFixed(1)} %`;
}
