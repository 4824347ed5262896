import { describe, expect, test } from "vitest";
import { safeNextPath, signInPath } from "@/lib/domain/access/next-path";

describe("the path to return to after sign-in", () => {
  test.each(["/worklist", "/worklist?queue=review&page=2", "/claims/0198c1f0", "/"])("keeps %s", (path) =>
    expect(safeNextPath(path)).toBe(path),
  );

  test.each([
    ["another host", "https://evil.example/"],
    ["a host without its scheme", "//evil.example/"],
    ["the same with a backslash", "/\\evil.example/"],
    ["the same behind a dot", "/.//evil.example"],
    ["the same behind a tab", "/\t/evil.example"],
    ["a script", "javascript:alert(1)"],
    ["no path", "worklist"],
    ["sign-in itself", "/sign-in?next=%2Fworklist"],
    ["a route without a page", "/api/v1/worklist"],
    ["what is not text", ["/worklist"]],
    ["nothing", null],
  ])("refuses %s", (_, path) => expect(safeNextPath(path)).toBeNull());

  test("is carried by the address of sign-in", () => {
    expect(signInPath("/worklist?queue=review")).toBe("/sign-in?next=%2Fworklist%3Fqueue%3Dreview");
    expect(signInPath("//evil.example")).toBe("/sign-in");
    expect(signInPath("/")).toBe("/sign-in");
  });
});
