"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Pencil } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { FactSourceKind } from "@/lib/domain/cases/facts";
import { recordFactAction } from "@/lib/actions/claims";
import { formatInstant, withDatesFormatted } from "@/lib/format/dates";
import { useClaimAction } from "../use-claim-action";
import { useWorkbench } from "../workbench-context";
import { factHistories, type FactHistory } from "./current-facts";
import { factInWords } from "./fact-values";

// Fetched when a fact is first answered: to read a claim does not need it.
const FactForm = dynamic(() => import("./fact-form").then((module) => module.FactForm), { ssr: false });

/** What is known of this patient and day, each with its source; earlier answers stay readable. */
export function AnsweredFacts() {
  const { screen } = useWorkbench();
  const histories = factHistories(screen.facts);
  if (histories.length === 0) return null;
  return (
    <div className="mt-3">
      <h3 className="mb-1 label-caps">Answered</h3>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {histories.map((history) => (
          <AnsweredFact key={history.fact} history={history} />
        ))}
      </ul>
    </div>
  );
}

function AnsweredFact({ history }: { history: FactHistory }) {
  const { screen, words, me, isOpen } = useWorkbench();
  const [editing, setEditing] = useState(false);
  const withdraw = useClaimAction(recordFactAction, {
    success: "Fact withdrawn; it is unknown again",
    onSuccess: () => setEditing(false),
  });
  const { current, earlier } = history;
  const form = words.facts[history.fact];
  const source = words.factSources[current.sourceKind] ?? current.sourceKind;
  return (
    <li className="px-3 py-1.5">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p>
            <span className="text-muted">{form?.label ?? history.fact}: </span>
            <span className="font-medium">{factInWords(form?.input, current.value)}</span>
          </p>
          <p className="text-sm text-muted">
            {withDatesFormatted([source, current.sourceText].filter((part) => part !== "").join(", "))}
          </p>
        </div>
        {me.may.recordFacts && isOpen && form && !editing && (
          <Button
            size="small"
            variant="ghost"
            aria-label={`Change: ${form.label}`}
            onClick={() => setEditing(true)}
          >
            <Pencil aria-hidden />
            Change
          </Button>
        )}
      </div>
      {editing && form && (
        <>
          <FactForm
            form={form}
            current={current}
            onDone={() => setEditing(false)}
            onCancel={() => setEditing(false)}
          />
          {current.value !== null && (
            <Button
              size="small"
              variant="link"
              pending={withdraw.pending}
              onClick={() =>
                withdraw.run({
                  claimId: screen.head.id,
                  fact: form.name,
                  value: null,
                  sourceKind: current.sourceKind as FactSourceKind,
                  sourceText: current.sourceText,
                })
              }
            >
              Withdraw this answer: we do not know
            </Button>
          )}
        </>
      )}
      <details className="text-sm text-muted">
        <summary className="inline-flex min-h-6 items-center">
          {current.actorName}, {formatInstant(current.recordedAt, screen.timeZone)}
          {earlier.length > 0 && `; ${earlier.length} earlier`}
        </summary>
        <ul className="mt-1 grid gap-1 border-l border-line pl-2">
          {earlier.map((answer) => (
            <li key={answer.id}>
              {factInWords(form?.input, answer.value)} ({answer.actorName},{" "}
              {formatInstant(answer.recordedAt, screen.timeZone)})
            </li>
          ))}
          {earlier.length === 0 && <li>First answer.</li>}
        </ul>
      </details>
    </li>
  );
}
