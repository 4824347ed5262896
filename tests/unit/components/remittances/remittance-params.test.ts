import { describe, expect, test } from "vitest";
import {
  askedAnswer,
  paymentHref,
  remittanceHref,
  remittanceView,
} from "@/components/remittances/remittance-params";

const ID = "019a0000-0000-7000-8000-000000000001";

describe("the address of the payments", () => {
  test("reads back as the view that it was made of", () => {
    const view = { page: 1, status: "held", payerId: ID, month: "2026-06" } as const;
    const query = Object.fromEntries(new URL(remittanceHref(view), "http://x").searchParams);
    expect(remittanceView(query)).toEqual(view);
    expect(remittanceHref({ status: null, payerId: null, month: null })).toBe("/remittances");
  });

  test("that means nothing is the whole list, so that no page fails on a mistyped address", () => {
    const nothing = { page: 1, status: null, payerId: null, month: null };
    expect(remittanceView({ page: "x", status: "gone", payer: "1", month: "2026-13" })).toEqual(nothing);
    expect(remittanceView({ month: ["2026-06", "2026-07"] })).toEqual(nothing);
  });

  test("of an answer opens its payment at it, whatever view was asked for", () => {
    expect(paymentHref(ID, { claim: ID, view: "denied" })).toBe(`/remittances/${ID}?claim=${ID}#eob-${ID}`);
    expect(askedAnswer({ claim: ID })).toBe(ID);
    expect(askedAnswer({ claim: "'; --" })).toBeNull();
    expect(paymentHref(ID, { view: "denied", page: 2 })).toBe(`/remittances/${ID}?view=denied&page=2`);
    expect(paymentHref(ID)).toBe(`/remittances/${ID}`);
  });
});
