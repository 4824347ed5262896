"use client";

import { FullPage } from "@/components/shell/full-page";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** The last resort, when even the layout failed. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Dorsal</title>
        <FullPage
          title="Something went wrong"
          actions={
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
          }
        >
          The page could not be shown. What you saved before is safe.
        </FullPage>
      </body>
    </html>
  );
}
