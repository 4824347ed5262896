import { expect, test, type APIRequestContext, type APIResponse, type Browser } from "@playwright/test";
import { PERMISSIONS } from "@/lib/domain/access/permissions";
import { ROLES, type Role } from "@/lib/domain/access/roles";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "@/lib/setup/demo-sign-ins";
import { ACTIONS, PAGES, ROUTES, type Asks, type RecordIds } from "./support/access-table";
import { builtActions, builtDoors, declaredActions } from "./support/built-app";
import { openADenial } from "./support/remittance-files";

/** The whole answer of a door, as far as it says who may enter. */
type Answer = "in" | "forbidden" | "not_signed_in" | "not_found" | string;

interface Caller {
  label: string;
  role: Role | null;
  /** A member of the organization whose records are asked for. */
  isOurs: boolean;
  request: APIRequestContext;
}

let ids: RecordIds;
const callers: Caller[] = [];
let cells = 0;

const mayEnter = (role: Role | null, asks: Asks): boolean => {
  if (asks === "visitor") return true;
  if (role === null) return false;
  return asks === "session" || (PERMISSIONS[asks].roles as readonly Role[]).includes(role);
};

/** What every caller must be answered; `named`: the door names a record of our organization. */
function expected(caller: Caller, asks: Asks, named: boolean): Answer {
  if (asks !== "visitor" && caller.role === null) return "not_signed_in";
  if (!mayEnter(caller.role, asks)) return "forbidden";
  return named && !caller.isOurs ? "not_found" : "in";
}

const filled = (address: string): string =>
  address
    .replace("[claimId]", ids.claimId)
    .replace("[payerId]", ids.payerId)
    .replace("[importId]", ids.importId)
    .replace("[batchId]", ids.batchId)
    .replace("[itemId]", ids.denialId)
    .replace("[paymentId]", ids.paymentId)
    .replace("[quarantinedId]", ids.batchId)
    .replace("[token]", "none");

async function callAction(
  caller: Caller,
  action: { id: string; page: string },
  input: unknown,
): Promise<Answer> {
  const response = await caller.request.post(filled(action.page), {
    headers: { "next-action": action.id, "content-type": "text/plain;charset=UTF-8", origin: origin() },
    data: JSON.stringify([input]),
    maxRedirects: 0,
  });
  const text = await response.text();
  const code = /"ok":false,"error":\{"code":"(\w+)"/.exec(text)?.[1];
  if (code === "not_signed_in" || code === "forbidden" || code === "not_found") return code;
  if (code === "invalid_input" || code === "conflict" || code === "not_allowed_now") return "in";
  if (code !== undefined) return code;
  return text.includes('"ok":true') ? "in" : `no answer (${response.status()}): ${text.slice(0, 200)}`;
}

async function callRoute(caller: Caller, method: string, address: string, body?: object): Promise<Answer> {
  const response = await caller.request.fetch(address, {
    method,
    headers: method === "GET" ? {} : { origin: origin() },
    data: body,
    maxRedirects: 0,
  });
  const status = response.status();
  if (status === 401) return "not_signed_in";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  // Inside: done, or refused for what was sent.
  return status < 500 ? "in" : `status ${status}`;
}

async function openPage(caller: Caller, address: string): Promise<Answer> {
  const response = await caller.request.get(address, { maxRedirects: 0 });
  const status = response.status();
  const to = response.headers()["location"] ?? "";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status >= 300 && status < 400) return to.includes("/sign-in") ? "not_signed_in" : "in";
  return status === 200 ? "in" : `status ${status}`;
}

let baseAddress = "";
const origin = () => new URL(baseAddress).origin;

async function signedIn(browser: Browser, email: string): Promise<APIRequestContext> {
  const context = await browser.newContext({ baseURL: baseAddress });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await page.close();
  return context.request;
}

async function findRecords(lead: Caller, administrator: Caller, denialLead: Caller): Promise<RecordIds> {
  type Value = Record<string, unknown>;
  const value = async (answer: Promise<APIResponse>) =>
    ((await (await answer).json()) as { value: Value }).value;
  const listOf = async (queue: string) => {
    const asked = { headers: { origin: origin() }, data: { queue } };
    return (await value(lead.request.post("/api/v1/worklist", asked))).rows as { id: string }[];
  };
  const idIn = async (caller: Caller, address: string, pattern: RegExp) =>
    pattern.exec(await (await caller.request.get(address)).text())?.[1] ?? "";
  const rows = await listOf("specialty");
  const { imports } = await value(lead.request.get("/api/v1/imports"));
  const release = builtActions().find((action) => action.name === "releaseClaimsAction")!;
  const ready = await listOf("ready");
  ids = {
    claimId: rows[0]!.id,
    payerId: "",
    importId: "",
    batchId: "",
    memberId: "",
    entityId: "",
    paymentId: "",
    denialId: (await openADenial(denialLead.request, origin())).id,
  };
  expect(await callAction(lead, release, { claimIds: [ready[0]!.id] })).toBe("in");
  const uuid = "([0-9a-f-]{36})";
  return {
    claimId: ids.claimId,
    denialId: ids.denialId,
    paymentId: await idIn(denialLead, "/remittances", new RegExp(`/remittances/${uuid}`)),
    importId: (imports as { id: string }[])[0]!.id,
    payerId: await idIn(lead, "/payers", new RegExp(`/payers/${uuid}`)),
    batchId: await idIn(lead, "/batches", new RegExp(`/batches/${uuid}`)),
    memberId: await idIn(
      administrator,
      "/settings/members",
      new RegExp(`memberId\\\\?":\\\\?"${uuid}|"id\\\\?":\\\\?"${uuid}`),
    ),
    entityId: await idIn(administrator, "/settings/organization", new RegExp(`id\\\\?":\\\\?"${uuid}`)),
  };
}

test.beforeAll(async ({ browser }, info) => {
  test.setTimeout(300_000);
  baseAddress = info.project.use.baseURL!;
  const nobody = await browser.newContext({ baseURL: baseAddress });
  callers.push({ label: "nobody", role: null, isOurs: false, request: nobody.request });
  for (const role of ROLES) {
    const { email } = DEMO_SIGN_INS.find((person) => person.role === role)!;
    callers.push({ label: role, role, isOurs: true, request: await signedIn(browser, email) });
    callers.push({
      label: `${role} of another organization`,
      role,
      isOurs: false,
      request: await signedIn(browser, `outside.${role}@example.test`),
    });
  }
  const ours = (role: Role) => callers.find((caller) => caller.isOurs && caller.role === role)!;
  ids = await findRecords(ours("lead_coder"), ours("administrator"), ours("denial_lead"));
  expect(Object.entries(ids).filter(([, id]) => id === "")).toEqual([]);
});

test("the build has exactly the doors that are declared, and no hidden action", () => {
  const { pages, routes } = builtDoors();
  expect(pages.sort()).toEqual(Object.keys(PAGES).sort());
  expect(routes.sort()).toEqual(Object.keys(ROUTES).sort());
  expect(
    builtActions()
      .map((action) => action.name)
      .sort(),
  ).toEqual(Object.keys(ACTIONS).sort());
  expect(declaredActions().sort()).toEqual(Object.keys(ACTIONS).sort());
});

test("every page lets in exactly those who may see it", async () => {
  test.setTimeout(600_000);
  const wrong: string[] = [];
  for (const [address, asks] of Object.entries(PAGES)) {
    // Made for development alone: there is no such page in a build.
    if (address === "/dev/ui") continue;
    const named = address.includes("[") && asks !== "visitor";
    for (const caller of callers) {
      cells += 1;
      const answer = await openPage(caller, filled(address));
      const wanted = expected(caller, asks, named);
      if (answer !== wanted) wrong.push(`${address} as ${caller.label}: ${answer}, wanted ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every route lets in exactly those who may use it", async () => {
  test.setTimeout(600_000);
  const wrong: string[] = [];
  for (const [route, { asks, body }] of Object.entries(ROUTES)) {
    const [method, address] = route.split(" ") as [string, string];
    for (const caller of callers) {
      cells += 1;
      const answer = await callRoute(caller, method, filled(address), body);
      let wanted = expected(caller, asks, address.includes("["));
      // There is no such quarantined claim for anybody.
      if (address.includes("[quarantinedId]") && wanted === "in") wanted = "not_found";
      if (answer !== wanted) wrong.push(`${route} as ${caller.label}: ${answer}, wanted ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every action lets in exactly those who may do it, and knows no record of another organization", async () => {
  test.setTimeout(900_000);
  const wrong: string[] = [];
  // What ends the session comes last.
  const actions = builtActions().sort(
    (a, b) => Number(/^signOut/.test(a.name)) - Number(/^signOut/.test(b.name)),
  );
  for (const action of actions.filter(({ name }) => !/^signOut/.test(name))) {
    const { asks, foreign } = ACTIONS[action.name]!;
    for (const caller of callers) {
      cells += 1;
      const named = foreign !== undefined && !caller.isOurs;
      const answer = await callAction(caller, action, named ? foreign(ids) : {});
      const wanted = expected(caller, asks, named);
      if (answer !== wanted) wrong.push(`${action.name} as ${caller.label}: ${answer}, wanted ${wanted}`);
    }
  }
  for (const name of ["signOutAction", "signOutEverywhereAction"]) {
    const action = actions.find((candidate) => candidate.name === name)!;
    const nobody = callers.find((caller) => caller.role === null)!;
    cells += 1;
    const answer = await callAction(nobody, action, {});
    if (answer !== "not_signed_in") wrong.push(`${name} as nobody: ${answer}`);
  }
  expect(wrong).toEqual([]);
});

test.afterAll(() => {
  process.stdout.write(`authorization matrix: ${cells} cells checked\n`);
});
