// Prisma's schema engine as WebAssembly: the native one is a download that not every machine may make.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

// The package exports only its bundler entry, so its two files are opened by path.
const PACKAGE = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  "..",
  "node_modules",
  "@prisma",
  "schema-engine-wasm",
);

let loaded;

async function load() {
  if (loaded) return loaded;
  const engine = await import(pathToFileURL(path.join(PACKAGE, "schema_engine_bg.js")).href);
  const bytes = readFileSync(path.join(PACKAGE, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  loaded = engine;
  return engine;
}

/**
 * PrismaPg cuts scripts at every semicolon, also inside function bodies; PostgreSQL itself knows better.
 * And the engine never lets go of its connections, so they are kept here to be closed.
 */
function wholeScripts(factory, opened) {
  const whole = (adapter) => {
    opened.push(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => whole(await factory.connect()),
    connectToShadowDb: async () => whole(await factory.connectToShadowDb()),
  };
}

/** Runs `work` with the engine on one database and closes its connections. */
export async function withSchemaEngine(url, work) {
  const engine = await load();
  const opened = [];
  const factory = wholeScripts(new PrismaPg({ connectionString: url, max: 1 }), opened);
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(schemaEngine);
  } finally {
    schemaEngine.free();
    await Promise.all(opened.map((adapter) => adapter.dispose()));
  }
}

export const NO_FILTER = { externalTables: [], externalEnums: [] };
