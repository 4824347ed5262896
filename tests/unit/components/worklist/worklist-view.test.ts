import { describe, expect, test } from "vitest";
import { loadWorklistParams, worklistParams } from "@/components/worklist/worklist-params";
import {
  activeFilters,
  defaultWho,
  filterInput,
  pageInput,
  viewKey,
} from "@/components/worklist/worklist-view";
import { initials } from "@/components/ui/member-mark";
import { worklistFilterSchema } from "@/lib/use-cases/claims/worklist-query";

const MEMBER = "0198c1f0-0000-7000-8000-000000000001";
const read = (query: string, q = "") => ({ ...loadWorklistParams(new URLSearchParams(query)), q });

describe("the worklist's address", () => {
  test("opens on the coder's own claims and what nobody has, for all others on everybody's", () => {
    expect(filterInput(read(""), true)).toEqual({ queue: "specialty", assignee: "mine" });
    expect(filterInput(read(""), false)).toEqual({ queue: "specialty" });
    expect(defaultWho("review", true)).toBe("anyone");
  });

  test.each([
    "queue=general&severity=block&rule=R-U01&role=surgeon&from=2026-01-01&to=2026-02-01&who=me",
    `payer=${MEMBER}&who=${MEMBER}`,
    "who=anyone",
    "queue=nonsense&severity=loud&rule=R&payer=1&role=chef&from=yesterday&to=2026-13-01&who=them&page=x",
  ])("whatever stands in it, the server takes it: %s", (query) => {
    const params = read(query);
    expect(worklistFilterSchema.safeParse(filterInput(params, true)).success).toBe(true);
    expect(pageInput(params).page).toBeGreaterThan(0);
  });

  test("what does not fit is as if it were not there", () => {
    expect(filterInput(read("queue=nonsense&rule=R&from=2026-02-30"), false)).toEqual({ queue: "specialty" });
  });

  test("counts the filters that narrow the list; the view one opens with counts as none", () => {
    expect(activeFilters(read(""), true)).toBe(0);
    expect(activeFilters(read("who=mine"), true)).toBe(0);
    expect(activeFilters(read("who=anyone&severity=block", " "), true)).toBe(2);
    expect(activeFilters(read("", "smi"), true)).toBe(1);
  });

  test("what is typed is asked for, and neither read from an address nor written into one", () => {
    const view = read("q=canary", " smi ");
    expect(filterInput(view, false)).toEqual({ queue: "specialty", text: "smi" });
    expect(worklistFilterSchema.safeParse(filterInput(view, true)).success).toBe(true);
    expect(Object.keys(worklistParams)).not.toContain("q");
  });

  test("the same view always asks the same", () => {
    expect(viewKey(filterInput(read("severity=block&queue=general&who=anyone"), true))).toBe(
      viewKey(filterInput(read("who=anyone&queue=general&severity=block"), true)),
    );
    expect(pageInput(read("page=-3"))).toEqual({ sort: "deadline", page: 1 });
    expect(pageInput(read("page=9999&sort=charge"))).toEqual({ sort: "charge", page: 200 });
  });
});

test.each([
  ["Rosa Delgado", "RD"],
  ["Ana Maria de la Cruz", "AC"],
  ["Cher", "C"],
  ["", "?"],
])("initials of %j are %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
