import { describe, expect, it } from "vitest";
import { isCharacterKey, keyCaps, keyOf } from "@/components/ui/shortcuts/keys";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe("keys", () => {
  it("names a press by what it types, so that every keyboard layout has its ? and /", () => {
    expect(press("?")).toBe("?");
    expect(press("j")).toBe("j");
    expect(press("J")).toBe("J");
    expect(press("Enter")).toBe("Enter");
  });

  it("takes Ctrl and ⌘ for the same chord, whatever the case", () => {
    expect(press("k", { ctrlKey: true })).toBe("Mod+k");
    expect(press("K", { metaKey: true })).toBe("Mod+k");
  });

  it("hears nothing in a modifier alone or an unfinished accent", () => {
    expect(press("Shift")).toBeNull();
    expect(press("Dead")).toBeNull();
  });

  it("counts letters, signs and sequences of them as character keys that can be switched off", () => {
    expect(isCharacterKey("j")).toBe(true);
    expect(isCharacterKey("g q")).toBe(true);
    expect(isCharacterKey("Mod+k")).toBe(false);
    expect(isCharacterKey("Enter")).toBe(false);
  });

  it("shows keys as they stand on the keyboard", () => {
    expect(keyCaps("g q", false)).toEqual(["G", "Q"]);
    expect(keyCaps("J", false)).toEqual(["Shift", "J"]);
    expect(keyCaps("Mod+k", true)).toEqual(["⌘", "K"]);
    expect(keyCaps("Mod+k", false)).toEqual(["Ctrl", "K"]);
  });
});
