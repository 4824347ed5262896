import { describe, expect, it } from "vitest";
import { toImportView } from "@/components/imports/import-views";
import type { ImportView } from "@/lib/domain/imports/import-screen";

const view = (claimsQuarantined: number, claimsChanged: number) =>
  ({ claimsQuarantined, claimsChanged, claimsNew: 10 }) as ImportView;

describe("toImportView", () => {
  it("opens on what a person should look at first", () => {
    expect(toImportView(undefined, view(3, 2))).toBe("quarantined");
    expect(toImportView(undefined, view(0, 2))).toBe("changed");
    expect(toImportView(undefined, view(0, 0))).toBe("new");
  });

  it("follows the address, and ignores one that names no list", () => {
    expect(toImportView("new", view(3, 2))).toBe("new");
    expect(toImportView("everything", view(3, 2))).toBe("quarantined");
  });
});
