"use client";

import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ParameterControl } from "./parameter-control";
import { parameterInWords } from "./parameter-words";
import type { ParameterView } from "./payer-profile";
import type { ParameterDraft } from "./profile-change";

/** One parameter in the change window: its control, and whether it will be set, taken back or left alone. */
export function ParameterDraftRow({
  parameter,
  draft,
  error,
  onChange,
}: {
  parameter: ParameterView;
  draft: ParameterDraft;
  error?: string;
  onChange: (draft: ParameterDraft) => void;
}) {
  const { input, label, help, value, origin } = parameter;
  const words = parameterInWords(input, value);
  return (
    <div className="grid gap-x-6 gap-y-2 p-3 md:grid-cols-2">
      <div>
        <p className="font-medium">{label}</p>
        <p className="text-sm text-muted">{help}</p>
      </div>
      <div className="grid content-start gap-1.5">
        {draft.mode === "reset" ? (
          <p className="text-muted">Goes back to the shipped value.</p>
        ) : (
          <ParameterControl
            input={input}
            label={label}
            value={draft.value}
            onChange={(next) => onChange({ mode: "set", value: next })}
          />
        )}
        <div className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {draft.mode === "keep" ? (
            <>
              {!origin.verified && (
                <Button size="small" variant="link" onClick={() => onChange({ mode: "set", value })}>
                  This value is right: set it
                </Button>
              )}
              {origin.level === "practice" && (
                <Button size="small" variant="link" onClick={() => onChange({ mode: "reset", value })}>
                  Use the shipped value
                </Button>
              )}
            </>
          ) : (
            <>
              <span className="font-medium text-accent-ink">
                {draft.mode === "set" ? "Will be set" : "Will be taken back"}
              </span>
              <span>now: {words}</span>
              <Button size="small" variant="link" onClick={() => onChange({ mode: "keep", value })}>
                Leave as it is
              </Button>
            </>
          )}
        </div>
        {error && (
          <p role="alert" className="flex items-start gap-1 text-sm font-medium text-danger-ink">
            <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
