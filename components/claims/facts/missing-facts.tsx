"use client";

import { CircleHelp } from "lucide-react";
import { countOf } from "@/lib/format/counts";
import { useWorkbench } from "../workbench-context";
import { AnsweredFacts } from "./answered-facts";
import { FactQuestion } from "./fact-question";

/** Facts that no claim file carries: those that edits wait for, each asked once, and those already answered. */
export function MissingFacts() {
  const { screen } = useWorkbench();
  const required = screen.missingFacts.filter((fact) => fact.required).length;
  const waiting = screen.missingFacts.length;
  return (
    <section aria-labelledby="facts-title">
      <h2
        id="facts-title"
        tabIndex={-1}
        className="mb-2 flex flex-wrap items-baseline gap-x-2 text-lg font-semibold"
      >
        Clinical facts
        <span className="text-sm font-normal text-muted">
          {waiting === 0
            ? "none missing"
            : `${waiting} unknown${required > 0 ? `, ${countOf(required, "holds", "hold")} release` : ""}`}
        </span>
      </h2>
      {waiting > 0 && (
        <>
          <p className="mb-2 flex items-start gap-1.5 text-sm text-muted">
            <CircleHelp className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            Answered once for all claims of this patient and day. Unknown never counts as no.
          </p>
          <ul className="grid gap-2">
            {screen.missingFacts.map((fact) => (
              <FactQuestion key={fact.fact} missing={fact} />
            ))}
          </ul>
        </>
      )}
      <AnsweredFacts />
    </section>
  );
}
