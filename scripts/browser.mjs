// Finds a Chromium for the browser tests: one that is named, one that is installed, one we can install, one we brought.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

async function fromPlaywright() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

/** Debian's own package, when this machine lets us install it. */
function fromApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  process.stdout.write("Installing a browser for the tests (apt-get install chromium) ...\n");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => execFileSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium");
  } catch {
    return null;
  }
  return existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
}

/** A Chromium inside an npm package, for Linux on x64. */
async function fromPackage() {
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return await chromium.executablePath();
  } catch {
    return null;
  }
}

function works(file) {
  try {
    execFileSync(file, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/** The path of a browser that starts, or null. */
export async function findBrowser() {
  const named = process.env.DORSAL_BROWSER;
  if (named) return named;
  const ways = [
    () => INSTALLED.find((file) => existsSync(file) && works(file)) ?? null,
    fromPlaywright,
    fromApt,
    fromPackage,
  ];
  for (const way of ways) {
    const file = await way();
    if (file && works(file)) return file;
  }
  return null;
}
