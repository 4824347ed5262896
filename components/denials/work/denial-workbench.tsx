"use client";

import { SplitPanes } from "@/components/ui/split-panes";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { RecoveryArithmetic } from "../recovery-arithmetic";
import { TierBadge } from "../tier-badge";
import { DeadlinePanel } from "./deadline-panel";
import { DenialWorkHeader } from "./denial-work-header";
import { DenialWorkProvider, useDenialWork, type DenialWork } from "./denial-work-context";
import { DeniedLines } from "./denied-lines";
import { HistoryPanel } from "./history-panel";
import { NextStepPanel } from "./next-step-panel";
import { NotesPanel } from "./notes-panel";
import { WorkSection } from "./work-section";

/** The work screen of a denial: what the payer said on the left, what to do about it on the right. */
export function DenialWorkbench(work: DenialWork) {
  const isWide = useMediaQuery("(min-width: 64rem)");
  return (
    <DenialWorkProvider value={work}>
      <div className="relative flex-1">
        <div className="flex min-h-full flex-col lg:absolute lg:inset-0">
          <DenialWorkHeader />
          {isWide ? (
            <SplitPanes
              label="Width of the lines and of what to do"
              start={58}
              first={<Lines />}
              second={<Side />}
            />
          ) : (
            <div className="grid flex-1 grid-cols-[minmax(0,1fr)] gap-6 p-3 sm:p-4">
              <Side />
              <Lines />
            </div>
          )}
        </div>
      </div>
    </DenialWorkProvider>
  );
}

function Lines() {
  return (
    <WorkSection title="What the payer answered">
      <DeniedLines />
    </WorkSection>
  );
}

function Side() {
  const { screen } = useDenialWork();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <NextStepPanel />
      <DeadlinePanel />
      <WorkSection title="Tier and score" aside={<TierBadge tier={screen.recovery.tier} plain />}>
        <div className="rounded-md border border-line bg-surface px-3 py-2">
          <RecoveryArithmetic recovery={screen.recovery} />
        </div>
      </WorkSection>
      <NotesPanel />
      <HistoryPanel />
    </div>
  );
}
