import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/lib/auth/content-security-policy";
import { isSecure, publicUrl } from "@/lib/auth/public-url";

/**
 * Headers for every page and route; no lock of any kind, those are in the use cases.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-dorsal-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });

  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  if (isSecure(publicUrl())) {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

export const config = {
  // Files of the build need no nonce. Uploads stay outside, because Next cuts request bodies at 10 MB behind a proxy.
  matcher: ["/((?!_next/static|_next/image|favicon\\.ico|icon\\.svg|api/v1/imports$).*)"],
};
