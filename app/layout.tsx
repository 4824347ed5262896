import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import {
  DENSITY_COOKIE,
  THEME_COOKIE,
  toDensity,
  toTheme,
} from "@/components/shell/preferences/preference-names";
import { Providers } from "@/components/shell/providers";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Dorsal", template: "%s · Dorsal" },
  description: "Claims for spinal cord stimulation, checked before the payer sees them.",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0f2a30" },
    { media: "(prefers-color-scheme: dark)", color: "#0a1113" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made per request: a page made at build time carries no nonce, and its scripts would be blocked.
  await connection();
  const jar = await cookies();
  const theme = toTheme(jar.get(THEME_COOKIE)?.value);
  const density = toDensity(jar.get(DENSITY_COOKIE)?.value);
  return (
    <html
      lang="en"
      data-theme={theme === "system" ? undefined : theme}
      data-density={density === "dense" ? undefined : density}
    >
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
