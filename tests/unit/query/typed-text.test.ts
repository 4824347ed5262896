import { beforeEach, describe, expect, test, vi } from "vitest";

const stored = new Map<string, string>();
vi.stubGlobal("sessionStorage", {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
  removeItem: (key: string) => stored.delete(key),
});

/** The module as a freshly loaded page has it. */
async function load() {
  vi.resetModules();
  return import("@/lib/query/typed-text");
}

beforeEach(() => stored.clear());

describe("what was typed to find a claim", () => {
  test("outlives the page in its tab, for the same person and list", async () => {
    (await load()).writeTypedText("ann specialty", "smi");
    const { readTypedText } = await load();
    expect(readTypedText("ann specialty")).toBe("smi");
    expect(readTypedText("ann general")).toBe("");
    expect(readTypedText("ben specialty")).toBe("");
  });

  test("leaves nothing behind when it is forgotten or emptied", async () => {
    const { forgetTypedText, writeTypedText } = await load();
    writeTypedText("ann specialty", "smi");
    expect([...stored.values()].join()).toContain("smi");
    forgetTypedText();
    expect(stored.size).toBe(0);
    writeTypedText("ann specialty", "smi");
    writeTypedText("ann specialty", "");
    expect(stored.size).toBe(0);
  });

  test("is nothing where the storage holds something else", async () => {
    stored.set("dorsal.typed", '{"owner":1}');
    expect((await load()).readTypedText("ann specialty")).toBe("");
    stored.set("dorsal.typed", "{");
    expect((await load()).readTypedText("ann specialty")).toBe("");
  });

  test("a trail of the list is the own person's only, and forgotten with it", async () => {
    const { forgetTrail, readTrail, writeTrail } = await import("@/lib/query/queue-trail");
    writeTrail({
      ...{ href: "/worklist", label: "SCS", memberId: "ann", asked: { queue: "specialty", text: "smi" } },
      ...{ ids: ["a"], page: 1, hasNext: false },
    });
    expect(readTrail("ann")?.asked).toEqual({ queue: "specialty", text: "smi" });
    expect(readTrail("ben")).toBeNull();
    forgetTrail();
    expect(readTrail("ann")).toBeNull();
    expect(stored.size).toBe(0);
  });
});
