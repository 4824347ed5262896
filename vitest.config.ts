import path from "node:path";
import { defineConfig } from "vitest/config";

const NO_STRAY_ERRORS = "tests/setup/stray-errors.ts";
const shared = { resolve: { alias: { "@": path.resolve(import.meta.dirname) } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          setupFiles: [NO_STRAY_ERRORS],
          // Milliseconds each; a machine that also builds and browses can make thousands of mutations take seconds.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          setupFiles: [NO_STRAY_ERRORS],
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/integration/bench/global-setup.ts"],
          setupFiles: [NO_STRAY_ERRORS, "tests/integration/bench/setup-file.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Not part of the tests: measures and prints (npm run bench).
      {
        ...shared,
        test: {
          name: "bench",
          include: ["tests/bench/**/*.bench.ts"],
          globalSetup: ["tests/integration/bench/global-setup.ts"],
          setupFiles: ["tests/integration/bench/setup-file.ts"],
          fileParallelism: false,
        },
      },
    ],
  },
});
