"use client";

import { cn } from "@/components/ui/cn";
import { diagnosisInWords } from "@/lib/domain/code-sets/plain-labels";
import { diagnosisLetter } from "../claim-words";
import { useField } from "../form/use-field";
import { useWorkbench } from "../workbench-context";
import { DraftInput } from "./draft-input";
import { useEditor } from "./editor-context";

const PLACES = 12;

/** Box 21 as fields A to L; the first is the principal diagnosis. Empty places are dropped when saved. */
export function EditorDiagnoses() {
  const { claim } = useWorkbench().screen;
  const { draft, outcome, dispatch } = useEditor();
  const light = useField({ line: null, field: "diagnoses" });
  const places = Math.min(PLACES, draft.diagnoses.length + 1);
  return (
    <fieldset className={cn("bg-surface px-2.5 pt-1 pb-2", light.className)}>
      <legend className="float-left w-full text-xs text-muted">
        <span className="mr-1.5 font-mono font-semibold text-faint">21</span>Diagnoses
      </legend>
      <div className="clear-both grid grid-cols-1 gap-x-3 gap-y-1 @md:grid-cols-2 @2xl:grid-cols-3">
        {Array.from({ length: places }, (_, index) => {
          const text = draft.diagnoses[index] ?? "";
          const letter = diagnosisLetter(index + 1);
          return (
            <div key={index} className="flex min-w-0 items-center gap-1.5">
              <span className="w-3 shrink-0 font-semibold text-faint" aria-hidden>
                {letter}
              </span>
              <DraftInput
                label={`Diagnosis ${letter}`}
                value={text}
                error={undefined}
                changed={text !== (claim.diagnoses[index] ?? "")}
                className="w-24 shrink-0"
                onChange={(next) => dispatch({ kind: "diagnosis", index, text: next })}
              />
              <span className="min-w-0 truncate text-sm text-muted">{diagnosisInWords(text)}</span>
            </div>
          );
        })}
      </div>
      {outcome.errors.diagnoses && (
        <p className="mt-1 text-sm font-medium text-danger-ink">{outcome.errors.diagnoses}</p>
      )}
    </fieldset>
  );
}
