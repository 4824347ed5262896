// Who may import whom (ARCHITECTURE.md, "Floors"). What is not named here is an error; tests/architecture proves it.

/** Floor -> where it stands. The first pattern that fits names a file's floor. */
export const FLOORS = [
  { type: "app", pattern: "app" },
  { type: "ui", pattern: "components/(ui|data-table|form|charts)" },
  // Shows every primitive and the shell, in development only.
  { type: "gallery", pattern: "components/gallery" },
  { type: "shell", pattern: "components/shell" },
  { type: "components", pattern: "components/*", capture: ["area"] },
  { type: "domain", pattern: "lib/domain" },
  { type: "edi", pattern: "lib/edi" },
  { type: "use-cases", pattern: "lib/use-cases" },
  { type: "data", pattern: "lib/data" },
  { type: "actions", pattern: "lib/actions" },
  { type: "auth", pattern: "lib/auth" },
  { type: "audit", pattern: "lib/audit" },
  { type: "jobs", pattern: "lib/jobs" },
  { type: "worker", pattern: "lib/worker" },
  { type: "files", pattern: "lib/files" },
  { type: "format", pattern: "lib/format" },
  { type: "query", pattern: "lib/query" },
  { type: "cli", pattern: "lib/cli" },
  { type: "setup", pattern: "lib/setup" },
  { type: "seed", pattern: "prisma/seed" },
];

/** Floors of one file. */
export const FILE_FLOORS = [
  { category: "env", pattern: "lib/env.ts" },
  { category: "logger", pattern: "lib/logger.ts" },
  // Next calls these by their names: headers of every answer, and the checks before the first one.
  { category: "entrance", pattern: ["proxy.ts", "instrumentation.ts"] },
];

/** Floor -> the floors it may import. Its own files always. */
export const MAY_IMPORT = {
  app: [
    "ui",
    "shell",
    "components",
    "gallery",
    "actions",
    "use-cases",
    "auth",
    "query",
    "format",
    "domain",
    "logger",
  ],
  ui: ["ui", "query", "format", "domain"],
  shell: ["ui", "actions", "query", "format", "domain"],
  components: ["ui", "shell", "actions", "query", "format", "domain"],
  gallery: ["ui", "shell", "query", "format", "domain"],
  actions: ["use-cases", "auth", "domain"],
  auth: ["use-cases", "data", "audit", "files", "domain", "env", "logger"],
  "use-cases": ["domain", "edi", "data", "audit", "jobs", "files", "logger"],
  data: [],
  audit: ["data", "domain"],
  jobs: ["data", "domain"],
  files: ["data", "domain"],
  worker: ["use-cases", "jobs", "data", "audit", "files", "domain", "env", "logger"],
  setup: ["use-cases", "edi", "jobs", "data", "audit", "files", "seed", "domain", "env", "logger"],
  cli: ["edi", "seed", "domain"],
  seed: ["edi", "domain"],
  query: ["actions", "format", "domain"],
  format: ["domain"],
  edi: ["domain"],
  domain: [],
  env: [],
  logger: [],
  entrance: ["auth", "data", "env", "logger"],
};

/** Types alone leave no trace at run time: what a screen shows may be named by the use case that answers it. */
export const MAY_IMPORT_TYPES = {
  shell: ["use-cases"],
  components: ["use-cases"],
  query: ["use-cases"],
  data: ["domain"],
};

const NAVIGATION = ["next/link", "next/navigation", "next/dynamic"];

/**
 * Packages that belong to some floors alone; everywhere else they are an error. A name opens or shuts the package and
 * all that is below it; `also` opens single entries to further floors.
 */
export const PACKAGE_FENCES = [
  {
    packages: ["@prisma", "pg", "pg-copy-streams", "@/lib/data/generated"],
    only: ["data"],
    why: "Prisma, pg and SQL live in lib/data: everything else calls its functions.",
  },
  {
    packages: ["graphile-worker"],
    only: ["worker"],
    why: "The queue is read by lib/worker alone; work is queued through lib/jobs.",
  },
  {
    packages: ["server-only"],
    only: ["app", "actions", "auth"],
    why: "server-only throws in plain Node, so in the worker, the command line and the tests.",
  },
  {
    packages: ["next", "next-auth"],
    only: ["app", "actions", "auth", "entrance"],
    also: {
      ui: NAVIGATION,
      shell: NAVIGATION,
      components: NAVIGATION,
      gallery: NAVIGATION,
      query: ["next/navigation"],
    },
    why: "Only lib/actions, lib/auth and app know Next; components may take links and navigation.",
  },
  {
    packages: ["react", "react-dom", "@tanstack"],
    only: ["app", "ui", "shell", "components", "gallery", "query", "auth"],
    why: "What the business can do does not know how it is shown.",
  },
  {
    packages: ["@/lib/domain/denials/adjustment-reasons", "@/lib/domain/denials/remark-codes"],
    only: ["use-cases", "domain", "seed", "cli"],
    why: "The tables of reasons are large: a screen gets the words of its codes from the use case that answers it.",
  },
];

const quoted = (names) => names.map((name) => name.replaceAll("/", "\\/").replaceAll(".", "\\.")).join("|");

/** The fences that stand before a floor, as patterns of no-restricted-imports. */
export function packagePatternsFor(floor) {
  return PACKAGE_FENCES.filter(({ only }) => !only.includes(floor)).map(({ packages, also, why }) => {
    const open = also?.[floor] ?? [];
    const except = open.length > 0 ? `(?!(?:${quoted(open)})$)` : "";
    return { regex: `^${except}(?:${quoted(packages)})(?:\\/|$)`, message: why };
  });
}
