"use client";

import { FullPage } from "./full-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

/** Says that something broke and nothing more: the error itself may carry patient data and stays on the server. */
export function ErrorNotice({
  error,
  reset,
  inside = false,
}: {
  error: Error & { digest?: string };
  reset: () => void;
  inside?: boolean;
}) {
  return (
    <FullPage
      inside={inside}
      title="Something went wrong"
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <ButtonLink href="/">Go to your work</ButtonLink>
        </>
      }
    >
      What you saved before is safe. If it happens again, tell your administrator
      {error.digest ? (
        <>
          {" "}
          this number: <span className="font-mono text-ink">{error.digest}</span>
        </>
      ) : (
        " what you were doing"
      )}
      .
    </FullPage>
  );
}
