"use client";

import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";

/** The X-ray could not be taken. The error itself may carry patient data and stays on the server. */
export function XrayError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <Page wide>
      <PageHeader title="X-ray of stimulator denials" />
      <Panel flush>
        <ErrorState
          title="The X-ray could not be taken"
          next={`Your files are safe and stay imported. Try again; if it happens again, tell your administrator ${
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
