"use client";

import { Tabs } from "@/components/ui/tabs";
import { ContextPanel } from "./context/context-panel";
import { MissingFacts } from "./facts/missing-facts";
import { FindingsPanel } from "./findings/findings-panel";
import { useWorkbench } from "./workbench-context";

/** What is to be done on the left of it, and what one may need to know while doing it. */
export function SidePane() {
  const { screen } = useWorkbench();
  const open = screen.findings.filter((finding) => !finding.overridden).length;
  return (
    <Tabs
      label="Findings and surroundings"
      panelClassName="pt-3"
      items={[
        {
          value: "work",
          label: "To do",
          count: open + screen.missingFacts.length,
          content: (
            <div className="grid gap-6">
              <FindingsPanel />
              <MissingFacts />
            </div>
          ),
        },
        { value: "context", label: "Around it", content: <ContextPanel /> },
      ]}
    />
  );
}
