"use client";

import type { FocusEventHandler } from "react";
import { formatDiagnosis } from "@/lib/format/codes";
import { diagnosisInWords } from "@/lib/domain/code-sets/plain-labels";
import { diagnosisLetter } from "../claim-words";
import { useWorkbench } from "../workbench-context";
import { Nothing } from "./form-box";

/** Letters of the diagnoses that a line points at; each goes to its diagnosis and lights it under the focus. */
export function LinePointers({
  pointers,
  handlersOf,
}: {
  pointers: readonly number[];
  handlersOf: (position: number) => { onFocus: FocusEventHandler; onBlur: FocusEventHandler };
}) {
  const { claim } = useWorkbench().screen;
  if (pointers.length === 0) return <Nothing />;
  return (
    <span className="flex gap-0.5">
      {pointers.map((position, index) => {
        const code = claim.diagnoses[position - 1];
        const letter = diagnosisLetter(position);
        const words = code
          ? `${formatDiagnosis(code)} ${diagnosisInWords(code) ?? ""}`.trim()
          : "points at no diagnosis";
        return (
          <a
            key={index}
            href={`#diagnosis-${letter}`}
            title={words}
            aria-label={`Diagnosis ${letter}: ${words}`}
            {...handlersOf(position)}
            className="inline-flex size-6 items-center justify-center rounded-sm font-mono font-medium text-accent-ink hover:bg-accent-soft"
          >
            {letter}
          </a>
        );
      })}
    </span>
  );
}
