import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import { ROOT, sourceFiles } from "./source-files";

/** Where a canary of each floor is put, and where a file of it is found to be imported. */
const FLOORS = {
  app: "app/canary.ts",
  ui: "components/ui/canary.ts",
  shell: "components/shell/canary.ts",
  components: "components/claims/canary.ts",
  domain: "lib/domain/canary.ts",
  edi: "lib/edi/canary.ts",
  "use-cases": "lib/use-cases/canary.ts",
  data: "lib/data/canary.ts",
  actions: "lib/actions/canary.ts",
  auth: "lib/auth/canary.ts",
  audit: "lib/audit/canary.ts",
  jobs: "lib/jobs/canary.ts",
  worker: "lib/worker/canary.ts",
  files: "lib/files/canary.ts",
  format: "lib/format/canary.ts",
  query: "lib/query/canary.ts",
  cli: "lib/cli/canary.ts",
  setup: "lib/setup/canary.ts",
  seed: "prisma/seed/canary.ts",
} as const;
type Floor = keyof typeof FLOORS;

/** The house's rule, written a second time on purpose: a fence that was moved by mistake differs from it. */
const MAY_IMPORT: Record<Floor, string> = {
  app: "ui shell components actions use-cases auth query format domain",
  ui: "query format domain",
  shell: "ui actions query format domain",
  components: "ui shell actions query format domain",
  domain: "",
  edi: "domain",
  "use-cases": "domain edi data audit jobs files",
  data: "",
  actions: "use-cases auth domain",
  auth: "use-cases data audit files domain",
  audit: "data domain",
  jobs: "data domain",
  worker: "use-cases jobs data audit files domain",
  files: "data domain",
  format: "domain",
  query: "actions format domain",
  cli: "domain edi seed",
  setup: "use-cases edi jobs data audit files domain seed",
  seed: "domain edi",
};
const MAY_IMPORT_TYPES: Partial<Record<Floor, string>> = {
  shell: "use-cases",
  components: "use-cases",
  query: "use-cases",
  data: "domain",
};

const FOLDER: Record<Floor, string> = {
  ...(Object.fromEntries(
    Object.entries(FLOORS).map(([floor, canary]) => [floor, canary.replace(/\/canary\.ts$/, "")]),
  ) as Record<Floor, string>),
  components: "components/claims",
};
const floors = Object.keys(FLOORS) as Floor[];
const FENCES = /^(boundaries\/|no-restricted-)/;

function linter(off: readonly string[] = []): ESLint {
  return new ESLint({
    cwd: ROOT,
    // Canaries are on no disk, so rules that need types cannot look at them.
    ruleFilter: ({ ruleId }) => FENCES.test(ruleId),
    overrideConfig: {
      files: ["**/*.{ts,tsx}"],
      languageOptions: { parserOptions: { projectService: false } },
      rules: Object.fromEntries(off.map((rule) => [rule, "off"])),
    },
  });
}
const lint = linter();
const withoutFences = linter(["boundaries/dependencies", "no-restricted-imports"]);

/** What the linter says about code in a place: the rule's name at each line it complains about. */
async function complaintsByLine(eslint: ESLint, filePath: string, code: string): Promise<[number, string][]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map(({ line, ruleId, message }) => [line, ruleId ?? message]);
}

const complaints = async (...args: Parameters<typeof complaintsByLine>): Promise<string[]> =>
  (await complaintsByLine(...args)).map(([, rule]) => rule);

/** A file of the floor that another can import. */
const fileOf = (floor: Floor): string | undefined => sourceFiles(FOLDER[floor])[0];

const importing = (file: string, type = "", name = "canary"): string =>
  `export ${type}{ canary as ${name} } from "@/${file.replace(/\.tsx?$/, "")}";\n`;
const words = (text = ""): string[] => text.split(" ").filter(Boolean);

describe("a floor imports what the house allows and nothing else", () => {
  const targets = floors.flatMap((to) => {
    const file = fileOf(to);
    return file === undefined ? [] : ["", "type "].map((type) => ({ to, type, file }));
  });

  test("every floor is there to be imported", () => {
    expect(floors.filter((floor) => fileOf(floor) === undefined)).toEqual([]);
  });

  test.each(floors)("%s", async (from) => {
    const others = targets.filter(({ to }) => to !== from);
    const code = others.map(({ file, type }, at) => importing(file, type, `canary${at}`)).join("");
    const refused = await complaintsByLine(lint, FLOORS[from], code);
    const verdicts = others.map(({ to, type }, at) => {
      const isRefused = refused.some(([line, rule]) => line === at + 1 && rule === "boundaries/dependencies");
      return `${type}${to} ${isRefused ? "refused" : "open"}`;
    });
    expect(verdicts).toEqual(
      others.map(({ to, type }) => {
        const isOpen =
          words(MAY_IMPORT[from]).includes(to) || (type !== "" && words(MAY_IMPORT_TYPES[from]).includes(to));
        return `${type}${to} ${isOpen ? "open" : "refused"}`;
      }),
    );
    // The fence is what refuses: without it nobody would.
    expect(await complaints(withoutFences, FLOORS[from], code)).toEqual([]);
  });

  test("an area of components imports no other area", async () => {
    const code = importing(fileOf("components")!);
    expect(await complaints(lint, "components/payers/canary.ts", code)).toContain("boundaries/dependencies");
    expect(await complaints(lint, "components/claims/canary.ts", code)).toEqual([]);
  });

  test("a file that stands on no floor is an error", async () => {
    expect(await complaints(lint, "lib/utils/canary.ts", "export const canary = 1;\n")).toContain(
      "boundaries/no-unknown-files",
    );
  });
});

describe("a package belongs to its floor", () => {
  test.each([
    ["@prisma/client", "lib/use-cases/canary.ts", "lib/data/canary.ts"],
    ["pg", "lib/audit/canary.ts", "lib/data/canary.ts"],
    ["pg-copy-streams", "lib/use-cases/canary.ts", "lib/data/canary.ts"],
    ["@/lib/data/generated/client", "lib/use-cases/canary.ts", "lib/data/canary.ts"],
    ["graphile-worker", "lib/jobs/canary.ts", "lib/worker/canary.ts"],
    ["server-only", "lib/use-cases/canary.ts", "lib/auth/canary.ts"],
    ["next/headers", "components/claims/canary.ts", "lib/auth/canary.ts"],
    ["next/cache", "lib/query/canary.ts", "lib/actions/canary.ts"],
    ["next/server", "lib/use-cases/canary.ts", "app/canary.ts"],
    ["next/navigation", "lib/use-cases/canary.ts", "components/claims/canary.ts"],
    ["react", "lib/use-cases/canary.ts", "components/ui/canary.ts"],
    ["node:fs", "lib/domain/canary.ts", "lib/files/canary.ts"],
  ])("%s is refused in %s and open to %s", async (name, shut, open) => {
    const code = `import canary from "${name}";\nexport default canary;\n`;
    expect(await complaints(lint, shut, code)).toContain("no-restricted-imports");
    expect(await complaints(withoutFences, shut, code)).toEqual([]);
    expect(await complaints(lint, open, code)).toEqual([]);
  });
});

describe("the core is pure", () => {
  test.each([
    ["the clock", "export const canary = () => new Date();\n"],
    ["the clock in milliseconds", "export const canary = () => Date.now();\n"],
    ["chance", "export const canary = () => Math.random();\n"],
    ["the environment", "export const canary = () => process.env.CANARY;\n"],
    ["the network", 'export const canary = () => fetch("https://example.test");\n'],
    ["a package", 'import canary from "csv-stringify";\nexport default canary;\n'],
  ])("%s is refused in lib/domain and lib/edi", async (_what, code) => {
    for (const file of ["lib/domain/canary.ts", "lib/edi/canary.ts"]) {
      expect(
        (await complaints(lint, file, code)).filter((rule) => /^no-restricted-/.test(rule)),
      ).toHaveLength(1);
    }
    expect(await complaints(lint, "lib/files/canary.ts", code)).toEqual([]);
  });

  test("a date made from a text is no clock", async () => {
    const code = "export const canary = (text: string) => new Date(text);\n";
    expect(await complaints(lint, "lib/domain/canary.ts", code)).toEqual([]);
  });
});
