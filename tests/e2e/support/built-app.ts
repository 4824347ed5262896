import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const BUILD = path.resolve(ROOT, process.env.NEXT_DIST_DIR ?? ".next", "server");

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(BUILD, file), "utf8"));

interface ActionEntry {
  workers: Record<string, unknown>;
  filename: string;
  exportedName: string;
}

export interface BuiltAction {
  name: string;
  id: string;
  /** A page that carries the action, as its folder: "/claims/[claimId]". */
  page: string;
}

/** "app/(work)/claims/[claimId]/page" -> "/claims/[claimId]". */
function addressOf(entry: string): string {
  const parts = entry
    .replace(/^app/, "")
    .split("/")
    .filter((part) => part !== "" && !/^\(.*\)$/.test(part));
  return `/${parts.slice(0, -1).join("/")}`;
}

/** Every server action that a page of the build can reach. */
export function builtActions(): BuiltAction[] {
  const { node } = readJson("server-reference-manifest.json") as { node: Record<string, ActionEntry> };
  return Object.entries(node).map(([id, { workers, exportedName }]) => ({
    id,
    name: exportedName,
    page: addressOf(Object.keys(workers)[0]!),
  }));
}

/** Every export of a "use server" file, reachable or not: each is an endpoint. */
export function declaredActions(): string[] {
  const folder = path.join(ROOT, "lib", "actions");
  return readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), "utf8"))
    .flatMap((text) =>
      [...text.matchAll(/^export (?:const|async function) (\w+)/gm)].map((match) => match[1]!),
    );
}

/** Addresses of the build's pages; and of its route handlers with their methods: "GET /api/v1/queues". */
export function builtDoors(): { pages: string[]; routes: string[] } {
  const entries = Object.entries(readJson("app-paths-manifest.json") as Record<string, string>);
  const pages = entries
    .map(([entry]) => entry)
    .filter((entry) => entry.endsWith("/page") && !entry.startsWith("/_"))
    .map(addressOf);
  const routes = entries
    .map(([entry]) => entry)
    .filter((entry) => entry.endsWith("/route") && entry.startsWith("/api/v1/"))
    .flatMap((entry) => {
      const source = readFileSync(path.join(ROOT, "app", `${entry}.ts`), "utf8");
      const methods = [
        ...source.matchAll(/^export (?:const|async function) (GET|POST|PUT|PATCH|DELETE|HEAD)\b/gm),
      ];
      return methods.map((method) => `${method[1]} ${addressOf(entry)}`);
    });
  return { pages, routes };
}
