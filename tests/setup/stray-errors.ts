import { format } from "node:util";
import { afterEach, beforeEach } from "vitest";

// What is written to console.error is a fault that nobody looked at: it fails the test it happened in. A test that
// expects one replaces console.error itself.
const stray: string[] = [];
const write = (...args: unknown[]): void => void stray.push(format(...args));

beforeEach(() => {
  stray.length = 0;
  // eslint-disable-next-line no-console -- this is the fence itself
  console.error = write;
});

afterEach(() => {
  if (stray.length > 0) throw new Error(`console.error was called:\n${stray.join("\n")}`);
});
