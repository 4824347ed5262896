"use client";

import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "./button";
import { ErrorState } from "./error-state";
import { Page } from "./page";
import { PageHeader } from "./page-header";
import { Panel } from "./panel";

/** A page whose content could not be read. The error itself may carry patient data and stays on the server. */
export function UnreadPage({
  title,
  what,
  safe,
  error,
  reset,
}: {
  /** The page's name. */
  title: string;
  /** "The figures could not be read" */
  what: string;
  /** What became of people's data: "Nothing was changed." */
  safe: string;
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <Page wide>
      <PageHeader title={title} />
      <Panel flush>
        <ErrorState
          title={what}
          next={`${safe} Try again; if it happens again, tell your administrator ${
            error.digest ? `this number: ${error.digest}` : "what you were looking at"
          }.`}
          action={
            <Button variant="primary" onClick={again}>
              <RotateCcw aria-hidden />
              Try again
            </Button>
          }
        />
      </Panel>
    </Page>
  );
}
