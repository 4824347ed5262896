import { pageNumber } from "@/lib/format/page-number";

export type RemittanceQuery = Record<string, string | string[] | undefined>;

/** What the address of the list asks for; what means nothing is as if it were not there. */
export interface RemittanceView {
  page: number;
  status: "held" | null;
  payerId: string | null;
  month: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

const matching = (text: string | string[] | undefined, pattern: RegExp): string | null =>
  typeof text === "string" && pattern.test(text) ? text : null;

export function remittanceView(query: RemittanceQuery): RemittanceView {
  return {
    page: pageNumber(query.page),
    status: query.status === "held" ? "held" : null,
    payerId: matching(query.payer, UUID),
    month: matching(query.month, MONTH),
  };
}

/** The list's address for a view, from its first page. */
export function remittanceHref({ status, payerId, month }: Omit<RemittanceView, "page">): string {
  const query = new URLSearchParams();
  if (status !== null) query.set("status", status);
  if (month !== null) query.set("month", month);
  if (payerId !== null) query.set("payer", payerId);
  const text = query.toString();
  return text === "" ? "/remittances" : `/remittances?${text}`;
}

/** A page of one payment: which answers, or the one that it opens at. */
export function paymentHref(
  paymentId: string,
  { view = "all", page = 1, claim = null }: { view?: string; page?: number; claim?: string | null } = {},
): string {
  if (claim !== null) return `/remittances/${paymentId}?claim=${claim}#eob-${claim}`;
  const query = new URLSearchParams();
  if (view !== "all") query.set("view", view);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? `/remittances/${paymentId}` : `/remittances/${paymentId}?${text}`;
}

/** The answer that an address opens at. */
export function askedAnswer(query: RemittanceQuery): string | null {
  return matching(query.claim, UUID);
}
