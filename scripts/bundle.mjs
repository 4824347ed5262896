// Bundles a TypeScript entry of our own code into one file that plain Node runs: the command line, the worker
// and the first start. Packages stay in node_modules; a bundle whose sources did not change is not made again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
/** Besides the sources themselves: how they are bundled, and from which versions of the packages. */
const ALSO_MATTERS = ["scripts/bundle.mjs", "package-lock.json"];

/**
 * Makes `outfile` from `entry` when it is missing or older than what went into it.
 *
 * `entry` and `outfile` are relative to the repository (or absolute). `external` names further modules to leave
 * out. `inlinePackages` takes the packages into the bundle too, for a start that opens one file.
 * Returns `{ outfile, rebuilt }` with the absolute path. Two processes may bundle at once: each writes its own
 * temporary file and renames it into place.
 */
export async function bundle({ entry, outfile, external = [], inlinePackages = false }) {
  const target = path.resolve(ROOT, outfile);
  const recipe = { entry, external: [...external].sort(), inlinePackages };
  if (isFresh(target, recipe)) return { outfile: target, rebuilt: false };

  const { build } = await import("esbuild");
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [path.resolve(ROOT, entry)],
    outfile: target,
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "error",
    alias: { "@": ROOT },
    // "packages: external" would take "@/…" for a package, so our own code is told apart by hand.
    plugins: inlinePackages ? [] : [PACKAGES_STAY_OUTSIDE],
    external,
  });

  mkdirSync(path.dirname(target), { recursive: true });
  // The old list goes first and the new one comes last: a bundle cut off half-way counts as stale.
  rmSync(listFile(target), { force: true });
  for (const file of result.outputFiles) replace(file.path, file.contents);
  const inputs = [...Object.keys(result.metafile.inputs), ...ALSO_MATTERS].filter(isOurs);
  replace(
    listFile(target),
    JSON.stringify({ recipe, inputs: Object.fromEntries(inputs.map((name) => [name, stampOf(name)])) }),
  );
  return { outfile: target, rebuilt: true };
}

const PACKAGES_STAY_OUTSIDE = {
  name: "packages-stay-outside",
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
      kind === "entry-point" || name.startsWith("@/") || path.isAbsolute(name)
        ? undefined
        : { path: name, external: true },
    );
  },
};

const isOurs = (name) => !name.startsWith("node_modules/") && existsSync(path.join(ROOT, name));
const listFile = (target) => `${target}.sources.json`;

/** Size and time are enough to skip reading a file; a new time with the same content is not a change. */
function stampOf(name) {
  const file = path.join(ROOT, name);
  const { mtimeMs, size } = statSync(file);
  return { mtimeMs, size, sha256: createHash("sha256").update(readFileSync(file)).digest("hex") };
}

function isFresh(target, recipe) {
  try {
    const list = JSON.parse(readFileSync(listFile(target), "utf8"));
    if (!existsSync(target) || JSON.stringify(list.recipe) !== JSON.stringify(recipe)) return false;
    return Object.entries(list.inputs).every(([name, made]) => {
      const { mtimeMs, size } = statSync(path.join(ROOT, name));
      if (size !== made.size) return false;
      return mtimeMs === made.mtimeMs || stampOf(name).sha256 === made.sha256;
    });
  } catch {
    return false;
  }
}

function replace(file, contents) {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, contents);
  renameSync(temporary, file);
}
