"use client";

import { Tabs } from "@/components/ui/tabs";
import { ClaimEditor } from "./editor/claim-editor";
import { ClaimForm } from "./form/claim-form";
import { ClaimHistory } from "./views/claim-history";
import { ClaimTable } from "./views/claim-table";
import { RawSegments } from "./views/raw-segments";
import { useWorkbench } from "./workbench-context";

/** The claim itself, in the view a person wants of it; while it is corrected, as the form to type in. */
export function ClaimPane() {
  const { screen, mode, view, setView } = useWorkbench();
  if (mode === "correct") return <ClaimEditor />;
  return (
    <Tabs
      label="Views of the claim"
      value={view}
      onChange={setView}
      panelClassName="pt-3"
      items={[
        { value: "form", label: "Form", content: <ClaimForm /> },
        { value: "table", label: "Table", content: <ClaimTable /> },
        { value: "history", label: "History", count: screen.versions.length, content: <ClaimHistory /> },
        { value: "raw", label: "Segments", content: <RawSegments /> },
      ]}
    />
  );
}
