"use client";

import { PreferenceControls } from "@/components/shell/preferences/preference-controls";
import { Mark } from "@/components/ui/mark";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { QueryProvider } from "@/lib/query/query-provider";
import { ControlSamples } from "./control-samples";
import { FormSample } from "./form-sample";
import { OverlaySamples } from "./overlay-samples";
import { TableSamples } from "./table-samples";
import { WordSamples } from "./word-samples";

/** The whole kit on one page. */
export function Gallery() {
  return (
    <QueryProvider scope="gallery">
      <main>
        <Page>
          <PageHeader
            title={
              <span className="flex items-center gap-3">
                <Mark className="size-8" />
                Primitives
              </span>
            }
            description="What screens are made of, in every state. Switch theme and density on the right."
            actions={<PreferenceControls />}
          />
          <WordSamples />
          <ControlSamples />
          <FormSample />
          <OverlaySamples />
          <TableSamples />
        </Page>
      </main>
    </QueryProvider>
  );
}
