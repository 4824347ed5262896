"use client";

import { Group, Panel, Separator } from "react-resizable-panels";
import { ClaimHeader } from "./claim-header";
import { ClaimPane } from "./claim-pane";
import { EditorBar } from "./editor/editor-bar";
import { GateBar } from "./gate/gate-bar";
import { LockNotice } from "./lock-notice";
import { SidePane } from "./side-pane";
import { useFindingKeys } from "./findings/use-finding-keys";
import { useMediaQuery } from "./use-media-query";
import { useSoftLock } from "./use-soft-lock";
import { useWorkbench } from "./workbench-context";

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
          <div className="border-b border-line bg-surface px-4 py-2">
            <LockNotice lock={lock} />
          </div>
        )}
        {isWide ? (
          <Group orientation="horizontal" className="min-h-0 flex-1">
            <Panel defaultSize="64%" minSize="40%" className="min-w-0">
              <div className="h-full overflow-y-auto p-4" tabIndex={-1}>
                <ClaimPane />
              </div>
            </Panel>
            <Separator
              aria-label="Width of the claim and its findings"
              className="w-1.5 border-x border-line bg-sunken hover:bg-accent-soft focus-visible:bg-accent-soft data-[separator=active]:bg-accent-soft"
            />
            <Panel defaultSize="36%" minSize="22rem" className="min-w-0 bg-canvas">
              <div className="h-full overflow-y-auto p-4" tabIndex={-1}>
                <SidePane />
              </div>
            </Panel>
          </Group>
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
