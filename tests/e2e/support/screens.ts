import { expect, type Page } from "@playwright/test";
import type { Person } from "./people";
import { openADenial, openHeldPayment } from "./remittance-files";
import { findInList } from "./worklist";

export interface Screen {
  name: string;
  /** Who looks at it; null for nobody signed in. */
  person: Person | null;
  open: (page: Page) => Promise<void>;
}

const at = (path: string) => async (page: Page) => {
  await page.goto(path);
};

/** The first record of a list, by its link. */
const first = (list: string, record: RegExp) => async (page: Page) => {
  await page.goto(list);
  const link = page
    .locator("main a")
    .and(page.locator(`[href*="${record.source}"]`))
    .first();
  await expect(link).toBeVisible();
  await page.goto((await link.getAttribute("href"))!);
};

/** The queue with something in it. */
async function openQueue(page: Page): Promise<void> {
  const { claimNumber } = await openADenial(page.request, new URL(page.url()).origin);
  await page.goto("/denials?queue=to_work");
  await expect(page.getByText(claimNumber)).toBeVisible();
}

/** The dashboard with a payer's decision in it. */
async function openDashboard(page: Page): Promise<void> {
  await openADenial(page.request, new URL(page.url()).origin);
  await page.goto("/dashboard");
  await expect(page.getByRole("article").first()).toBeVisible();
}

/** The X-ray with a denial in it. */
async function openXray(page: Page): Promise<void> {
  await openADenial(page.request, new URL(page.url()).origin);
  await page.goto("/xray");
  await expect(page.getByRole("heading", { name: "What can still be recovered" })).toBeVisible();
}

/** Every screen of the product, each as somebody who may see it. */
export const SCREENS: readonly Screen[] = [
  { name: "sign-in", person: null, open: at("/sign-in") },
  { name: "invitation that has run out", person: null, open: at("/invitation/none") },
  { name: "worklist", person: "coder", open: at("/worklist?queue=specialty") },
  {
    name: "worklist with nothing in it",
    person: "coder",
    open: async (page) => {
      await page.goto("/worklist?queue=specialty");
      await findInList(page, "zzzz");
      await expect(page.getByText("No claim matches these filters")).toBeVisible();
    },
  },
  { name: "claim", person: "coder", open: first("/worklist?queue=specialty", /\/claims\//) },
  { name: "claim as leader", person: "leader", open: first("/worklist?queue=specialty", /\/claims\//) },
  { name: "denials", person: "denialslead", open: openQueue },
  { name: "denials as leader", person: "leader", open: at("/denials?queue=waiting") },
  {
    name: "denial",
    person: "denialslead",
    open: async (page) => {
      const { id } = await openADenial(page.request, new URL(page.url()).origin);
      await page.goto(`/denials/${id}`);
    },
  },
  { name: "dashboard", person: "denialslead", open: openDashboard },
  { name: "dashboard of a month without decisions", person: "leader", open: at("/dashboard?month=2020-01") },
  {
    name: "claims behind a figure",
    person: "denialslead",
    open: async (page) => {
      await openDashboard(page);
      await page.goto((await page.locator("[data-figure=denied_dollars]").first().getAttribute("href"))!);
    },
  },
  { name: "my coding", person: "coder", open: at("/home/coding") },
  {
    name: "denial work",
    person: "denialslead",
    open: async (page) => {
      await openADenial(page.request, new URL(page.url()).origin);
      await page.goto("/home/denials");
    },
  },
  { name: "denial work of one's own", person: "denials", open: at("/home/denials") },
  { name: "X-ray", person: "denialslead", open: openXray },
  {
    name: "claims behind the X-ray",
    person: "denialslead",
    open: async (page) => {
      await openXray(page);
      await page.goto("/xray/claims?list=open");
      await expect(page.getByRole("table")).toBeVisible();
    },
  },
  { name: "imports", person: "coder", open: at("/imports") },
  { name: "import", person: "coder", open: first("/imports", /\/imports\//) },
  { name: "remittances", person: "denialslead", open: at("/remittances") },
  { name: "payment", person: "denialslead", open: first("/remittances", /\/remittances\//) },
  { name: "held payment", person: "denialslead", open: openHeldPayment },
  { name: "batches", person: "leadcoder", open: at("/batches") },
  { name: "work-back", person: "coder", open: at("/work-back") },
  { name: "payers", person: "coder", open: at("/payers") },
  { name: "payer", person: "leadcoder", open: first("/payers", /\/payers\//) },
  { name: "edits", person: "coder", open: at("/edits") },
  { name: "members", person: "admin", open: at("/settings/members") },
  { name: "organization", person: "admin", open: at("/settings/organization") },
  { name: "audit trail", person: "compliance", open: at("/settings/audit") },
  { name: "account", person: "coder", open: at("/account") },
  { name: "not permitted", person: "coder", open: at("/settings/audit") },
  { name: "not there", person: "coder", open: at("/claims/00000000-0000-7000-8000-000000000000") },
];
