import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** Our own source files below some folders, relative to the repository. */
export function sourceFiles(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(path.join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
        .filter((file) => !file.startsWith("lib/data/generated/"))
        .sort(),
    );
}

export const textOf = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

/** The directive at the top of a file, behind its comments: "use client", "use server" or none. */
export function directiveOf(text: string): string | null {
  return /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*["'](use (?:client|server))["']/.exec(text)?.[1] ?? null;
}

export interface Import {
  source: string;
  isType: boolean;
}

/** What a file imports or passes on, without what is only a type. */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm,
  )) {
    found.push({ source: match[2]!, isType: match[1] !== undefined });
  }
  for (const match of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)) {
    found.push({ source: match[1]!, isType: false });
  }
  return found;
}

const ENDINGS = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];

/** The file of ours that an import names, or null for a package. */
export function resolveImport(source: string, from: string, known: ReadonlySet<string>): string | null {
  const base = source.startsWith("@/")
    ? source.slice(2)
    : source.startsWith(".")
      ? path.join(path.dirname(from), source)
      : null;
  if (base === null) return null;
  return ENDINGS.map((ending) => base + ending).find((file) => known.has(file)) ?? null;
}
