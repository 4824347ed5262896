"use client";

import dynamic from "next/dynamic";
import { SplitPanes } from "@/components/ui/split-panes";
import { ClaimHeader } from "./claim-header";
import { ClaimPane } from "./claim-pane";
import { GateBar } from "./gate/gate-bar";
import { LockNotice } from "./lock-notice";
import { SidePane } from "./side-pane";
import { useFindingKeys } from "./findings/use-finding-keys";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { useSoftLock } from "./use-soft-lock";
import { useWorkbench } from "./workbench-context";

// Fetched when a claim is corrected: to read one does not need it.
const EditorBar = dynamic(() => import("./editor/editor-bar").then((module) => module.EditorBar));

/** Wide windows: two panes side by side that scroll by themselves. Narrow ones: one column in the order of work. */
export function WorkbenchBody() {
  const { screen, me, mode, isOpen } = useWorkbench();
  const lock = useSoftLock(screen.head.id, screen.head.lock, me.may.correct && isOpen);
  const isWide = useMediaQuery("(min-width: 64rem)");
  useFindingKeys();
  return (
    <div className="relative flex-1">
      <div className="flex min-h-full flex-col lg:absolute lg:inset-0">
        <ClaimHeader lock={lock} />
        {lock && !lock.mine && (
          <div className="border-b border-line bg-surface px-4 py-2 sm:px-6">
            <LockNotice lock={lock} />
          </div>
        )}
        {isWide ? (
          <SplitPanes
            label="Width of the claim and its findings"
            first={<ClaimPane />}
            second={<SidePane />}
          />
        ) : (
          <div className="grid flex-1 gap-6 p-3 sm:p-4">
            <SidePane />
            <ClaimPane />
          </div>
        )}
        {mode === "correct" ? <EditorBar /> : <GateBar />}
      </div>
    </div>
  );
}
