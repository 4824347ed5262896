"use client";

import { cn } from "@/components/ui/cn";
import { formatDiagnosis } from "@/lib/format/codes";
import { diagnosisInWords } from "@/lib/domain/code-sets/plain-labels";
import { diagnosisLetter } from "../claim-words";
import { useWorkbench } from "../workbench-context";
import { FieldFlag } from "./field-flag";
import { Nothing } from "./form-box";
import { useDiagnosisLight } from "./pointer-light";
import { useField } from "./use-field";

/** Box 21: the diagnoses with their letters, each with our words for it. */
export function Diagnoses() {
  const { claim } = useWorkbench().screen;
  const light = useField({ line: null, field: "diagnoses" });
  return (
    <section
      aria-labelledby="diagnoses-title"
      className={cn("relative bg-surface px-2.5 pt-1 pb-2", light.className)}
    >
      <h3 id="diagnoses-title" className="flex min-h-5 items-center gap-1.5 text-xs text-muted">
        <span className="font-mono font-semibold text-faint" title="Box 21 of the paper form">
          21
        </span>
        Diagnoses
      </h3>
      <span className="absolute top-0.5 right-1">
        <FieldFlag reference={{ line: null, field: "diagnoses" }} findings={light.findings} />
      </span>
      {claim.diagnoses.length === 0 ? (
        <Nothing />
      ) : (
        <ol className="grid grid-cols-1 gap-x-3 gap-y-0.5 @lg:grid-cols-2 @4xl:grid-cols-3">
          {claim.diagnoses.map((code, index) => (
            <Diagnosis key={index} position={index + 1} code={code} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Diagnosis({ position, code }: { position: number; code: string }) {
  const { claim } = useWorkbench().screen;
  const pointedAtBy = claim.lines
    .filter((line) => line.diagnosisPointers.includes(position))
    .map((line) => line.number);
  const { isLit, handlers } = useDiagnosisLight(position, pointedAtBy);
  const letter = diagnosisLetter(position);
  return (
    <li
      id={`diagnosis-${letter}`}
      {...handlers}
      className={cn(
        "flex min-w-0 items-baseline gap-1.5 rounded-sm px-1 py-0.5",
        isLit && "bg-accent-soft text-accent-ink ring-1 ring-accent-line",
      )}
    >
      <span className="w-3 shrink-0 font-semibold text-faint">{letter}</span>
      <span className="font-mono font-medium">{formatDiagnosis(code)}</span>
      <span className="min-w-0 truncate text-sm text-muted" title={diagnosisInWords(code) ?? undefined}>
        {diagnosisInWords(code)}
        {position === 1 && <span className="sr-only"> (principal)</span>}
      </span>
      {pointedAtBy.length === 0 && <span className="ml-auto shrink-0 text-xs text-faint">no line</span>}
    </li>
  );
}
