import { defineConfig } from "@playwright/test";

// npm test chooses the port, the data folder and the browser; by hand these defaults do (after a build).
const port = process.env.E2E_PORT ?? "3190";
const address = `http://127.0.0.1:${port}`;

/**
 * What the server says goes into a file beside its data, where the canary looks for patients. The shell waits for the
 * server to stop in order, and shows the end of the file when it did not start.
 */
const SERVE = [
  'mkdir -p "$DATA_DIR"; trap : TERM INT',
  'node scripts/start.mjs >> "$DATA_DIR/server.log" 2>&1; code=$?',
  '[ $code -eq 0 ] || tail -n 30 "$DATA_DIR/server.log" >&2; exit $code',
].join("; ");

/** One journey a file, in a real browser, against the built application with its own database and a small demo practice. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/e2e/support/global-setup.mjs",
  // Journeys share one practice, as people do; each works on claims of its own.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: "test-results",
  reporter: [["line"], ["json"]],
  use: {
    baseURL: address,
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    timezoneId: "America/Denver",
    locale: "en-US",
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.DORSAL_BROWSER ? { executablePath: process.env.DORSAL_BROWSER } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: SERVE,
    url: `${address}/sign-in`,
    timeout: 240_000,
    reuseExistingServer: false,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    env: {
      HOST: "127.0.0.1",
      PORT: port,
      PUBLIC_URL: address,
      DATA_DIR: process.env.E2E_DATA_DIR ?? ".data/e2e",
      DATABASE_URL: "",
      DORSAL_DEMO: "",
      DORSAL_DEMO_CLAIMS: process.env.DORSAL_DEMO_CLAIMS ?? "300",
      LOG_LEVEL: "debug",
    },
  },
});
