"use client";

import dynamic from "next/dynamic";
import { Lock } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { MissingFactView } from "@/lib/domain/claims/claim-screen";
import { useWorkbench } from "../workbench-context";
import { factId } from "../field-key";

// Fetched when a fact is first answered: to read a claim does not need it.
const FactForm = dynamic(() => import("./fact-form").then((module) => module.FactForm), { ssr: false });

/** One missing fact: its question, why it is asked, and the form to answer it. */
export function FactQuestion({ missing }: { missing: MissingFactView }) {
  const { words, me, isOpen } = useWorkbench();
  const [open, setOpen] = useState(false);
  const form = words.facts[missing.fact];
  const mayAnswer = me.may.recordFacts && isOpen;
  return (
    <li
      id={factId(missing.fact)}
      className="scroll-mt-3 rounded-md border border-line bg-surface px-3 py-2 shadow-low"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p className="min-w-0 flex-1 font-medium">{form?.question ?? missing.fact}</p>
        {missing.required && (
          <Badge tone="violet" icon={Lock}>
            Holds release
          </Badge>
        )}
        {mayAnswer && form && !open && (
          <Button size="small" onClick={() => setOpen(true)} aria-label={`Answer: ${form.label}`}>
            Answer
          </Button>
        )}
      </div>
      <p className="text-sm text-muted">
        Asked by{" "}
        {missing.rules.map((rule, index) => (
          <span key={rule}>
            {index > 0 && ", "}
            <abbr title={words.edits[rule]?.title} className="font-mono no-underline">
              {rule}
            </abbr>
          </span>
        ))}
        {missing.rules.length === 0 && "the payer's profile"}
      </p>
      {open && form && (
        <FactForm
          form={form}
          current={null}
          onDone={() => document.getElementById("facts-title")?.focus()}
          onCancel={() => setOpen(false)}
        />
      )}
    </li>
  );
}
