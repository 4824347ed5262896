import { describe, expect, test } from "vitest";
import { isOwnRequest } from "@/lib/auth/request-origin";

const DEFAULT = new URL("http://127.0.0.1:3000");
const PUBLIC = new URL("https://dorsal.example.org");

const own = (method: string, address: URL, headers: Record<string, string>) =>
  isOwnRequest(method, new Headers(headers), address);

describe("a change", () => {
  test.each([
    ["our origin", PUBLIC, { origin: "https://dorsal.example.org", "sec-fetch-site": "same-origin" }],
    ["our origin, from a browser without fetch metadata", PUBLIC, { origin: "https://dorsal.example.org" }],
    ["another spelling of this machine", DEFAULT, { origin: "http://localhost:3000" }],
    ["this machine by IPv6", DEFAULT, { origin: "http://[::1]:3000" }],
  ])("is accepted from %s", (_, address, headers) => expect(own("POST", address, headers)).toBe(true));

  test.each([
    ["no origin at all", PUBLIC, {}],
    ["no origin but our Host", PUBLIC, { host: "dorsal.example.org" }],
    ["an opaque origin", PUBLIC, { origin: "null" }],
    ["another site", PUBLIC, { origin: "https://evil.example" }],
    [
      "another site behind a forged forwarded host",
      PUBLIC,
      { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example" },
    ],
    ["another port", DEFAULT, { origin: "http://127.0.0.1:3001" }],
    ["plain text where TLS is", PUBLIC, { origin: "http://dorsal.example.org" }],
    ["this machine when the address is public", PUBLIC, { origin: "http://localhost:3000" }],
    ["a sibling host", PUBLIC, { origin: "https://dorsal.example.org.evil.example" }],
    [
      "a cross-site fetch with our origin",
      PUBLIC,
      { origin: "https://dorsal.example.org", "sec-fetch-site": "cross-site" },
    ],
  ])("is refused from %s", (_, address, headers) => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"])
      expect(own(method, address, headers)).toBe(false);
  });
});

describe("a read", () => {
  test.each([
    ["typed into the address bar", { "sec-fetch-site": "none" }],
    ["from our page", { "sec-fetch-site": "same-origin" }],
    ["from a client without fetch metadata", {}],
  ])("is accepted %s", (_, headers) => expect(own("GET", PUBLIC, headers)).toBe(true));

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a sibling site", { "sec-fetch-site": "same-site" }],
    ["another origin", { origin: "https://evil.example" }],
  ])("is refused from %s", (_, headers) => expect(own("GET", PUBLIC, headers)).toBe(false));
});
