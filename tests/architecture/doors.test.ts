import path from "node:path";
import { describe, expect, test } from "vitest";
import { directiveOf, importsOf, resolveImport, sourceFiles, textOf } from "./source-files";

/** Pages that anybody may open: they lead to a session, or show no data. */
const PUBLIC_PAGES = [
  "app/(public)/invitation/[token]/page.tsx",
  "app/(public)/sign-in/page.tsx",
  "app/(public)/sign-in/second-factor/page.tsx",
  "app/dev/ui/page.tsx",
];
/** Routes that are no door of ours: next-auth's own, behind lib/auth. */
const OTHER_ROUTES = ["app/api/auth/[...nextauth]/route.ts"];

/** Floors that run on a server and hold its secrets, or the database's. */
const SERVER_ONLY =
  /^(lib\/(use-cases|data|audit|files|jobs|auth|worker|setup|cli|env\.ts|logger\.ts)|prisma|scripts)/;

const all = sourceFiles("app", "components", "lib", "prisma/seed");
const known = new Set([...all, ...sourceFiles("lib/data/generated")]);
const isNamed = (name: string) => (file: string) => path.basename(file).replace(/\.tsx?$/, "") === name;

const pageAsks = (text: string): boolean => /\b(readAs|requireSession)\(/.test(text);
const METHODS = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";

/** Exports of a route that are no door. */
function openExports(text: string): string[] {
  const exported = [
    ...text.matchAll(/^export\s+(?:default\b|(?:async\s+)?(?:const|function|let)\s+(\w+)(.*)|\{)/gm),
  ];
  return exported
    .filter(
      ([, name, rest]) =>
        !(name && new RegExp(`^(${METHODS})$`).test(name) && /^ = define(SignedIn)?Route\(/.test(rest!)),
    )
    .map(([whole, name]) => name ?? whole)
    .filter((name) => !["dynamic", "runtime", "maxDuration"].includes(name));
}

/** Exports of an actions file that are no action. */
function openActions(text: string): string[] {
  return [...text.matchAll(/^export\s+(.*)$/gm)]
    .map(([, rest]) => rest!)
    .filter((rest) => !/^const \w+Action = define\w*Action\(/.test(rest) && !/^type /.test(rest));
}

/** Server code that a browser file would carry along, as the way to it. Actions stay behind: the browser gets their names. */
function serverCodeBehind(start: string, read: (file: string) => string = textOf): string[] {
  const seen = new Set([start]);
  const queue: string[][] = [[start]];
  const found: string[] = [];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const file = way.at(-1)!;
    for (const { source, isType } of importsOf(read(file))) {
      if (isType) continue;
      const target = resolveImport(source, file, known);
      if (source === "server-only") found.push([...way, source].join(" -> "));
      if (target === null || seen.has(target)) continue;
      seen.add(target);
      if (SERVER_ONLY.test(target)) found.push([...way, target].join(" -> "));
      else if (directiveOf(read(target)) !== "use server") queue.push([...way, target]);
    }
  }
  return found;
}

describe("every way in goes through a door", () => {
  test("a page asks as a signed-in person, unless it is public by name", () => {
    const pages = all.filter((file) => file.startsWith("app/") && isNamed("page")(file));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((file) => !pageAsks(textOf(file))).sort()).toEqual(
      PUBLIC_PAGES.filter((file) => known.has(file) && !pageAsks(textOf(file))).sort(),
    );
    expect(PUBLIC_PAGES.filter((file) => !known.has(file))).toEqual([]);
  });

  test("a route exports doors only", () => {
    const routes = all.filter((file) => file.startsWith("app/") && isNamed("route")(file));
    expect(routes.length).toBeGreaterThan(5);
    const open = routes.filter((file) => openExports(textOf(file)).length > 0);
    expect(open).toEqual(OTHER_ROUTES);
  });

  test("an actions file exports actions only, and no other file is one", () => {
    const actions = all.filter((file) => file.startsWith("lib/actions/"));
    expect(actions.filter((file) => directiveOf(textOf(file)) !== "use server")).toEqual([]);
    expect(actions.flatMap((file) => openActions(textOf(file)).map((line) => `${file}: ${line}`))).toEqual(
      [],
    );
    const elsewhere = all.filter(
      (file) => !file.startsWith("lib/actions/") && /^\s*["']use server["'];?\s*$/m.test(textOf(file)),
    );
    expect(elsewhere).toEqual([]);
  });

  test("these checks see an open way", () => {
    expect(pageAsks("export default async function Page() { return <p>{await load()}</p>; }")).toBe(false);
    expect(openExports("export const GET = defineRoute(x, {});\nexport async function POST() {}")).toEqual([
      "POST",
    ]);
    expect(openExports("export const GET = async () => new Response();")).toEqual(["GET"]);
    expect(
      openActions("export const saveAction = defineAction(save);\nexport async function loose() {}"),
    ).toEqual(["async function loose() {}"]);
  });
});

describe("the browser carries no server code", () => {
  const clients = all.filter((file) => directiveOf(textOf(file)) === "use client");

  test("no file with use client leads to a server floor", () => {
    expect(clients.length).toBeGreaterThan(20);
    expect(clients.flatMap((file) => serverCodeBehind(file))).toEqual([]);
  });

  test("this check sees a server floor, also behind another file, and lets types and actions pass", () => {
    const file = clients[0]!;
    const reading = (code: string) => (name: string) => (name === file ? code : textOf(name));
    const behind = (code: string) => serverCodeBehind(file, reading(code));
    expect(behind('import { prisma } from "@/lib/data/database-connection";')).toHaveLength(1);
    expect(behind('import { readEnvironment } from "@/lib/env";')).toHaveLength(1);
    expect(behind('import type { Connection } from "@/lib/data/database-connection";')).toEqual([]);
    expect(behind('import { signOutAction } from "@/lib/actions/account";')).toEqual([]);
  });
});

test("nothing is called utils, helpers, common or manager", () => {
  expect(all.filter((file) => /(^|\/)(utils?|helpers?|common|managers?)(\.|\/)/.test(file))).toEqual([]);
});
