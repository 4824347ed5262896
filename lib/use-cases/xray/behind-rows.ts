import { denialInWords } from "@/lib/domain/denials/adjustment-reasons";
import { DENIAL_CATEGORY_LABELS } from "@/lib/domain/denials/denial-words";
import { editByRule } from "@/lib/domain/edits/catalogue";
import { dollarsInWords } from "@/lib/domain/shared/money";
import { denialsBehind } from "@/lib/domain/xray/denials-behind";
import { figureOfAddress, type XrayListAddress } from "@/lib/domain/xray/list-address";
import { OUTSIDE_WORDS } from "@/lib/domain/xray/outside";
import type { Xray, XrayDenial } from "@/lib/domain/xray/xray";
import type { XrayListRow } from "@/lib/domain/xray/xray-screen";
import { TIER_WORDS, WINDOW_WORDS } from "@/lib/domain/xray/xray-words";

/** A row before it is known who the patient is. */
export type BehindRow = Omit<XrayListRow, "claimId" | "href" | "patientName"> & { payee: string };

const UNCHECKED = " Nobody has checked the limit against the contract.";

/** The rows behind a figure, those with the most money first. */
export function behindRows(xray: Xray, address: XrayListAddress): BehindRow[] {
  return rowsOf(xray, address).sort((a, b) => b.cents - a.cents || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function rowsOf(xray: Xray, address: XrayListAddress): BehindRow[] {
  if (address.list === "held") return heldRows(xray, address);
  if (address.list === "outside") return outsideRows(xray, address);
  if (address.list === "answered") return answeredRows(xray, address);
  const behind = denialsBehind(xray.denials, figureOfAddress(address));
  return behind.map(({ denial, cents }) => denialRow(denial, cents));
}

function answeredRows({ answered }: Xray, { payer, code }: XrayListAddress): BehindRow[] {
  return answered
    .filter(
      (row) => (payer === undefined || row.payer.key === payer) && (code === undefined || row.code === code),
    )
    .map((row) => ({
      id: `${row.payee} ${row.claimNumber} ${row.line} ${row.payer.key}`,
      ...{ payee: row.payee, claimNumber: row.claimNumber, payerName: row.payer.name },
      code: [row.code, ...row.modifiers].join("-"),
      ...{ serviceOn: row.serviceOn, decidedOn: row.decidedOn },
      why: row.deniedCents === 0 ? "Not denied" : `${dollarsInWords(row.deniedCents)} denied at first`,
      ...{ detail: null, cents: row.chargeCents, openCents: null, recovery: null },
    }));
}

function denialRow(denial: XrayDenial, cents: number): BehindRow {
  const { payee, claimNumber, line, code, modifiers, reason, recovery } = denial;
  const words = reason === null ? null : denialInWords(reason);
  return {
    ...{ id: `${payee} ${claimNumber} ${line} ${denial.payer.key}`, payee, claimNumber },
    ...{ payerName: denial.payer.name, code: [code, ...modifiers].join("-") },
    ...{ serviceOn: denial.serviceOn, decidedOn: denial.deniedOn },
    why: DENIAL_CATEGORY_LABELS[denial.category] + (denial.isSecondLead ? ", second lead" : ""),
    detail: reason === null ? null : words === null ? reason : `${reason}: ${words}`,
    ...{ cents, openCents: denial.openCents },
    recovery: recovery && {
      ...{ tier: TIER_WORDS[recovery.tier].name, window: WINDOW_WORDS[recovery.window] },
      words: recovery.tierWhy + (recovery.deadlineVerified ? "" : UNCHECKED),
    },
  };
}

function heldRows({ edits }: Xray, { edit }: XrayListAddress): BehindRow[] {
  const held = edits?.held ?? [];
  return held
    .filter(({ rules }) => edit === undefined || edit === "any" || rules.includes(edit))
    .map(({ payee, claimNumber, chargeCents, rules }) => ({
      ...{ id: `${payee} ${claimNumber}`, payee, claimNumber, payerName: null, code: null },
      ...{ serviceOn: null, decidedOn: null },
      why: rules.map((rule) => `${rule} ${editByRule(rule)?.title ?? ""}`.trim()).join("; "),
      ...{ detail: "Paid in full", cents: chargeCents, openCents: null, recovery: null },
    }));
}

function outsideRows({ outsideClaims }: Xray, asked: XrayListAddress): BehindRow[] {
  return outsideClaims
    .filter(({ reason }) => asked.reason === undefined || reason === asked.reason)
    .map(({ payee, claimNumber, reason, lines, chargeCents, cents }) => ({
      ...{ id: `${reason} ${payee} ${claimNumber}`, payee, claimNumber, payerName: null, code: null },
      ...{ serviceOn: null, decidedOn: null, why: OUTSIDE_WORDS[reason] },
      detail: `${lines} ${lines === 1 ? "line" : "lines"}, ${dollarsInWords(cents)} denied`,
      ...{ cents: chargeCents, openCents: null, recovery: null },
    }));
}
