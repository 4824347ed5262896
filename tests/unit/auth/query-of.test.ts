import { expect, test } from "vitest";
import { queryOf } from "@/lib/auth/query-of";

const ask = (query: string) => queryOf(new Request(`http://dorsal.test/api?${query}`), ["page"]);

test("texts stay texts and named numbers become numbers", () => {
  expect(ask("queue=general&page=2&text=007")).toEqual({ queue: "general", page: 2, text: "007" });
});

test.each(["page=", "page=two", "page=NaN"])("%s is left for the schema to refuse", (query) => {
  expect(typeof ask(query).page).toBe("string");
});
