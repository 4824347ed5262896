"use client";

import dynamic from "next/dynamic";
import { Tabs } from "@/components/ui/tabs";
import { ClaimForm } from "./form/claim-form";
import { useWorkbench } from "./workbench-context";

// Fetched when they are first shown; the form is what a claim opens with.
const ClaimEditor = dynamic(() => import("./editor/claim-editor").then((module) => module.ClaimEditor));
const ClaimHistory = dynamic(() => import("./views/claim-history").then((module) => module.ClaimHistory));
const ClaimTable = dynamic(() => import("./views/claim-table").then((module) => module.ClaimTable));
const RawSegments = dynamic(() => import("./views/raw-segments").then((module) => module.RawSegments));

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
