import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { denialInWords } from "@/lib/domain/denials/adjustment-reasons";
import { DENIAL_CATEGORY_LABELS } from "@/lib/domain/denials/denial-words";
import { OUTSIDE_WORDS } from "@/lib/domain/xray/outside";
import type { FirstAnswers, Xray, XrayDenial } from "@/lib/domain/xray/xray";
import { TIER_WORDS, WINDOW_WORDS } from "@/lib/domain/xray/xray-words";
import { count, money, share, table, text, title } from "./workbook-cells";

export interface WorkbookFacts {
  organizationName: string;
  remittanceFiles: number;
  claimFiles: number;
  heldPayments: number;
}

/** The workbook as bytes: what it was taken from, a sheet a section, every denied line. */
export async function writeXrayWorkbook(xray: Xray, facts: WorkbookFacts): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = writeWorkbook([
    { sheet: "Summary", data: summary(xray, facts), columns: [{ width: 44 }, { width: 18 }, { width: 60 }] },
    firstAnswers("By payer", "Payer", xray.payers, (row) => row.payer.name),
    firstAnswers("By code", "Code", xray.codes, (row) => row.code),
    table(
      "By category",
      [
        ["Why denied", 32],
        ["Category", 18],
        ["Denied", 16],
        ["Lines", 10],
        ["Claims", 10],
      ],
      xray.categories.map(({ category, cents, lines, claims }) => [
        ...[
          text(DENIAL_CATEGORY_LABELS[category]),
          text(category),
          money(cents),
          count(lines),
          count(claims),
        ],
      ]),
    ),
    table(
      "Second leads",
      [
        ["Payer", 36],
        ["Lost at first", 16],
        ["Still denied", 16],
        ["Lines", 10],
        ["Claims", 10],
      ],
      xray.secondLeads.payers.map(({ payer, cents, openCents, lines, claims }) => [
        ...[text(payer.name), money(cents), money(openCents), count(lines), count(claims)],
      ]),
    ),
    table(
      "Recovery",
      [
        ["Priority", 20],
        ["What it is", 52],
        ["Window", 22],
        ["Still denied", 16],
        ["Lines", 10],
        ["Claims", 10],
      ],
      xray.open.tiers.map(({ tier, window, cents, lines, claims }) => [
        ...[text(TIER_WORDS[tier].name), text(TIER_WORDS[tier].what), text(WINDOW_WORDS[window])],
        ...[money(cents), count(lines), count(claims)],
      ]),
    ),
    ...editSheets(xray),
    table(
      "Not in the figures",
      [
        ["Why", 56],
        ["Charged", 16],
        ["Denied", 16],
        ["Lines", 10],
        ["Claims", 10],
      ],
      xray.outside.map(({ reason, chargeCents, cents, lines, claims }) => [
        ...[text(OUTSIDE_WORDS[reason]), money(chargeCents), money(cents), count(lines), count(claims)],
      ]),
    ),
    denials(xray.denials),
  ]);
  return new Uint8Array(await workbook.toBuffer());
}

function summary(xray: Xray, facts: WorkbookFacts): SheetData {
  const { totals, open, secondLeads, edits } = xray;
  const row = (label: string, value: ReturnType<typeof text>, note = "") => [text(label), value, text(note)];
  const ofDenied = `${totals.deniedLines} of ${totals.lines} lines, ${totals.deniedClaims} of ${totals.claims} claims`;
  return [
    [title("X-ray of stimulator denials")],
    row("Practice", text(facts.organizationName)),
    row("First answers from", text(xray.from ?? "none"), `to ${xray.to ?? "none"}`),
    row("Windows judged on", text(xray.asOf)),
    row(
      "Remittance files",
      count(facts.remittanceFiles),
      `${facts.heldPayments} payments held, in no figure`,
    ),
    row("Claim files", count(facts.claimFiles)),
    [],
    row("Answered charges", money(totals.chargeCents), `${totals.lines} lines, ${totals.claims} claims`),
    row("Denied at first", money(totals.deniedCents), ofDenied),
    row("Initial denial rate of lines", share(totals.lineRate.value)),
    row("Initial denial rate of charges", share(totals.dollarRate.value)),
    row("Lost second leads", money(secondLeads.cents), `${secondLeads.lines} lines`),
    [],
    row("Denied at first", money(open.initialCents)),
    row("less: no longer denied", money(open.noLongerDeniedCents), "paid since, moved or replaced"),
    row("plus: denied later", money(open.deniedLaterCents), "by a later answer"),
    row("Still denied", money(open.openCents)),
    [],
    ...(edits === null
      ? [row("Edits", text("not judged"), "Add the claim files (837P) of the same months.")]
      : [
          row(
            "Denied on claims with their file",
            money(edits.joined.deniedCents),
            `${edits.joined.claims} claims`,
          ),
          row("Edits would have stopped", money(edits.all.stopped.cents), `${edits.all.stopped.lines} lines`),
          row(
            "Edits would have asked about",
            money(edits.all.flagged.cents),
            `${edits.all.flagged.lines} lines`,
          ),
          row(
            "Paid claims they would have held",
            count(edits.all.heldWrongly.claims),
            `of ${edits.joined.paidInFull} paid in full`,
          ),
        ]),
  ];
}

function firstAnswers<Row extends FirstAnswers>(
  sheet: string,
  name: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
) {
  return table(
    sheet,
    [
      ...([
        [name, 36],
        ["Denied at first", 16],
        ["Answered charges", 18],
        ["Denied share", 12],
      ] as const),
      ...([
        ["Denied lines", 12],
        ["Lines", 10],
        ["Denied claims", 14],
        ["Claims", 10],
      ] as const),
    ],
    rows.map((row) => [
      ...[text(nameOf(row)), money(row.deniedCents), money(row.chargeCents)],
      share(row.chargeCents === 0 ? null : row.deniedCents / row.chargeCents),
      ...[count(row.deniedLines), count(row.lines), count(row.deniedClaims), count(row.claims)],
    ]),
  );
}

function editSheets({ edits }: Xray) {
  if (edits === null) return [];
  return [
    table(
      "Edits",
      [
        ...([
          ["Edit", 10],
          ["What it finds", 56],
          ["Would have stopped", 18],
          ["Lines", 10],
        ] as const),
        ...([
          ["Would have asked", 18],
          ["Lines", 10],
          ["Paid claims held", 16],
          ["Their charges", 16],
        ] as const),
      ],
      edits.rules.map(({ rule, title: words, stopped, flagged, heldWrongly }) => [
        ...[text(rule), text(words), money(stopped.cents), count(stopped.lines)],
        ...[money(flagged.cents), count(flagged.lines), count(heldWrongly.claims), money(heldWrongly.cents)],
      ]),
    ),
    table(
      "Paid claims held",
      [
        ["Claim", 20],
        ["Billed by", 16],
        ["Charges", 16],
        ["Edits", 40],
      ],
      edits.held.map(({ claimNumber, payee, chargeCents, rules }) => [
        ...[text(claimNumber), text(payee), money(chargeCents), text(rules.join(" "))],
      ]),
    ),
  ];
}

function denials(rows: readonly XrayDenial[]) {
  return table(
    "Claims",
    [
      ...([
        ["Claim", 20],
        ["Billed by", 14],
        ["Payer", 28],
        ["Line", 7],
        ["Code", 14],
        ["Service", 12],
      ] as const),
      ...([
        ["Answered", 12],
        ["Charged", 14],
        ["Denied at first", 16],
        ["Paid since", 14],
      ] as const),
      ...([
        ["Still denied", 16],
        ["Why denied", 30],
        ["Reason", 10],
        ["In words", 44],
      ] as const),
      ...([
        ["Second lead", 12],
        ["Priority", 18],
        ["Window", 20],
        ["Last day", 12],
        ["Where it comes from", 60],
      ] as const),
      ...([
        ["Stopped by", 16],
        ["Asked about by", 16],
      ] as const),
    ],
    rows.map((row) => [
      ...[text(row.claimNumber), text(row.payee), text(row.payer.name), count(row.line)],
      ...[text([row.code, ...row.modifiers].join("-")), text(row.serviceOn), text(row.deniedOn)],
      ...[money(row.chargeCents), money(row.deniedCents), money(row.paidSinceCents), money(row.openCents)],
      ...[text(DENIAL_CATEGORY_LABELS[row.category]), text(row.reason)],
      ...[text(row.reason && denialInWords(row.reason)), text(row.isSecondLead ? "yes" : "")],
      ...recoveryCells(row),
      ...[text(row.stoppedBy.join(" ")), text(row.flaggedBy.join(" "))],
    ]),
  );
}

function recoveryCells({ recovery }: XrayDenial) {
  if (recovery === null) return [null, null, null, null];
  const { tier, window, deadline, deadlineSource, deadlineVerified } = recovery;
  const source = deadlineVerified ? deadlineSource : `${deadlineSource} (not checked against the contract)`;
  return [text(TIER_WORDS[tier].name), text(WINDOW_WORDS[window]), text(deadline), text(source)];
}
