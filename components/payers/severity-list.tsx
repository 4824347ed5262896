"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const SEVERITY_OPTIONS = [
  { value: "block", label: "Blocks" },
  { value: "review", label: "Review" },
  { value: "info", label: "Info" },
  { value: "off", label: "Off" },
];

/** Edits whose weight differs for this payer: one row an edit. */
export function SeverityList({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
}) {
  const [rule, setRule] = useState("");
  const typed = rule.trim().toUpperCase();
  return (
    <div role="group" aria-label={label} className="grid gap-2">
      {Object.entries(value).map(([name, severity]) => (
        <div key={name} className="flex items-center gap-2">
          <span className="w-16 font-mono text-sm">{name}</span>
          <Select
            label={`Severity of ${name}`}
            className="w-36"
            value={severity}
            onChange={(next) => onChange({ ...value, [name]: next })}
            options={SEVERITY_OPTIONS}
          />
          <IconButton
            label={`${name} as in the catalogue`}
            size="small"
            icon={<X />}
            onClick={() =>
              onChange(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)))
            }
          />
        </div>
      ))}
      <div className="flex items-center gap-2">
        <Input
          mono
          aria-label="Edit to add"
          placeholder="R-U01"
          className="w-24"
          value={rule}
          onChange={(event) => setRule(event.target.value)}
        />
        <Button
          size="small"
          disabled={!/^R-[A-Z]\d{2}$/.test(typed)}
          onClick={() => {
            onChange({ ...value, [typed]: "review" });
            setRule("");
          }}
        >
          <Plus aria-hidden />
          Add an edit
        </Button>
      </div>
    </div>
  );
}
