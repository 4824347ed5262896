import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { listClaimNames, type ClaimNameRow } from "@/lib/data/xray/sent-claims";
import { DENIAL_CATEGORY_LABELS } from "@/lib/domain/denials/denial-words";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import { RECOVERY_TIERS } from "@/lib/domain/denials/recovery";
import { editByRule } from "@/lib/domain/edits/catalogue";
import { WINDOW_STATES } from "@/lib/domain/xray/line-recovery";
import { XRAY_LISTS, type XrayListAddress, type XrayListName } from "@/lib/domain/xray/list-address";
import { OUTSIDE_REASONS, OUTSIDE_WORDS } from "@/lib/domain/xray/outside";
import type { Xray } from "@/lib/domain/xray/xray";
import type { XrayListView } from "@/lib/domain/xray/xray-screen";
import { TIER_WORDS, WINDOW_WORDS } from "@/lib/domain/xray/xray-words";
import { defineUseCase } from "../define-use-case";
import { behindRows } from "./behind-rows";
import { readXray } from "./read-xray";

export const XRAY_PAGE_SIZE = 50;

const TITLES: Record<XrayListName, string> = {
  answered: "In the figures",
  denied: "Denied at first",
  open: "Still denied",
  held: "Paid claims that edits would have held",
  outside: "Not in the figures",
};

const rule = z.string().regex(/^(any|R-[A-Z]\d{2})$/);

/** The lines or claims behind a figure of the X-ray, with what all of them add up to. */
export const listBehindXray = defineUseCase({
  name: "xray.list_behind",
  permission: "xray.view",
  input: z.strictObject({
    list: z.enum(XRAY_LISTS).default("denied"),
    payer: z.string().max(200).optional(),
    code: z.string().max(20).optional(),
    category: z.enum(DENIAL_CATEGORIES).optional(),
    secondLead: z.literal("yes").optional(),
    tier: z.enum(RECOVERY_TIERS).optional(),
    window: z.enum(WINDOW_STATES).optional(),
    ...{ stopped: rule.optional(), flagged: rule.optional(), edit: rule.optional() },
    reason: z.enum(OUTSIDE_REASONS).optional(),
    page: z.int().min(1).max(20_000).default(1),
  }),
  async run({ tx, actor, now }, { page, ...asked }): Promise<XrayListView> {
    const address = asked as XrayListAddress;
    const { xray, claimIdOf } = await readXray(tx, now, { withEdits: isOfEdits(address) });
    const all = behindRows(xray, address);
    const shown = all
      .slice((page - 1) * XRAY_PAGE_SIZE, page * XRAY_PAGE_SIZE)
      .map((row) => ({ ...row, claimId: claimIdOf(row) }));
    const claimIds = [...new Set(shown.map(({ claimId }) => claimId))];
    const names = new Map((await listClaimNames(tx, claimIds)).map((row) => [row.claimId, row]));
    await recordRead(tx, actor, { subjectType: "claim", shownIds: claimIds });
    return {
      ...{ address, title: TITLES[address.list], narrowedTo: narrowedWords(xray, address) },
      rows: shown.map(({ payee: _payee, ...row }) => {
        const name = names.get(row.claimId)!;
        return { ...row, patientName: name.patientName, href: hrefOf(name) };
      }),
      total: all.length,
      claims: new Set(all.map(({ payee, claimNumber }) => `${payee} ${claimNumber}`)).size,
      cents: all.reduce((sum, { cents }) => sum + cents, 0),
      of: address.list === "held" || address.list === "outside" ? "claims" : "lines",
      ...{ page, pageSize: XRAY_PAGE_SIZE, asOf: xray.asOf },
    };
  },
});

function isOfEdits({ list, stopped, flagged }: XrayListAddress): boolean {
  return list === "held" || stopped !== undefined || flagged !== undefined;
}

function hrefOf({ claimId, hasFile, denialId }: ClaimNameRow): string | null {
  if (hasFile) return `/claims/${claimId}`;
  return denialId === null ? null : `/denials/${denialId}`;
}

function narrowedWords(xray: Xray, address: XrayListAddress): string[] {
  const { payer, code, category, secondLead, tier, window, stopped, flagged, edit, reason } = address;
  const payerName = xray.payers.find((row) => row.payer.key === payer)?.payer.name ?? payer;
  const words = [
    payerName,
    code,
    category && DENIAL_CATEGORY_LABELS[category],
    secondLead && "Second leads",
    tier && TIER_WORDS[tier].name,
    window && WINDOW_WORDS[window],
    stopped && editWords("Stopped by", stopped),
    flagged && editWords("Asked about by", flagged),
    edit && edit !== "any" && editWords("Held by", edit),
    reason && OUTSIDE_WORDS[reason],
  ];
  return words.flatMap((word) => word || []);
}

function editWords(does: string, asked: string): string {
  return asked === "any" ? `${does} an edit` : `${does} ${asked} ${editByRule(asked)?.title ?? ""}`.trim();
}
