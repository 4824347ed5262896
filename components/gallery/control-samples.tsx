"use client";

import { Download, Plus, Search, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { DateInput, Input, InputGroup, Textarea } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { NumberInput } from "@/components/ui/number-input";
import { Panel } from "@/components/ui/panel";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Tabs } from "@/components/ui/tabs";
import { Sample } from "./sample";

const PAYERS = ["Aetna", "Anthem", "Cigna", "Humana", "Medicare Part B", "UnitedHealthcare"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

/** What a person presses, chooses and types in. */
export function ControlSamples() {
  const [checked, setChecked] = useState(true);
  const [on, setOn] = useState(true);
  const [choice, setChoice] = useState("lead");
  const [payer, setPayer] = useState<string | null>("aetna");
  const [style, setStyle] = useState<string | null>(null);
  const [units, setUnits] = useState<number | null>(2);
  const [cents, setCents] = useState<number | null | undefined>(950_000);
  return (
    <Panel title="Controls">
      <Sample label="Buttons">
        <Button variant="primary">Release 12 claims</Button>
        <Button>
          <Download aria-hidden />
          Download
        </Button>
        <Button variant="ghost">Cancel</Button>
        <Button variant="danger">
          <Trash2 aria-hidden />
          Take back
        </Button>
        <Button variant="link">Why is it here?</Button>
        <Button variant="primary" pending>
          Saving
        </Button>
        <Button disabled>Not now</Button>
        <Button size="small">Small</Button>
        <ButtonLink href="#top">A link</ButtonLink>
        <IconButton label="Add a line" shortcut="L" icon={<Plus />} />
        <IconButton label="Add a line, small" size="small" variant="secondary" icon={<Plus />} />
      </Sample>
      <Sample label="Text">
        <Field label="Prior authorization" description="Box 23." className="w-56">
          <Input mono defaultValue="A123456" />
        </Field>
        <Field label="Modifier" error="A modifier has two letters or digits." className="w-56">
          <Input mono defaultValue="7" />
        </Field>
        <Field label="Search" hideLabel className="w-56">
          <InputGroup before={<Search />}>
            <Input className="pl-8" placeholder="Claim, patient, member id" />
          </InputGroup>
        </Field>
        <Field label="Disabled" className="w-40" disabled>
          <Input defaultValue="HP-1001" />
        </Field>
        <Field label="Reason" optional className="w-72">
          <Textarea placeholder="What the record shows" />
        </Field>
      </Sample>
      <Sample label="Numbers and dates">
        <Field label="Units">
          <NumberInput value={units} onChange={setUnits} min={1} max={99} />
        </Field>
        <Field label="Charge" error={cents === undefined ? "Write an amount like 9,500.00." : undefined}>
          <MoneyInput value={cents ?? null} onChange={setCents} />
        </Field>
        <Field label="Date of service">
          <DateInput defaultValue="2026-06-03" />
        </Field>
      </Sample>
      <Sample label="Choosing">
        <Field label="Payer" className="w-56">
          <Combobox value={payer} onChange={setPayer} options={PAYERS} />
        </Field>
        <Field label="Second lead" className="w-64">
          <Select
            value={style}
            onChange={setStyle}
            options={[
              { value: "one", label: "One line, 2 units" },
              { value: "76", label: "Two lines, modifier 76" },
            ]}
          />
        </Field>
        <Checkbox checked={checked} onChange={setChecked}>
          Already sent to the payer
        </Checkbox>
        <Checkbox label="Some rows" checked={false} indeterminate onChange={() => undefined} />
        <Switch checked={on} onChange={setOn}>
          Second review
        </Switch>
        <RadioGroup
          label="Stage"
          value={choice}
          onChange={setChoice}
          options={[
            { value: "trial", label: "Trial", description: "Temporary leads" },
            { value: "lead", label: "Permanent implant" },
          ]}
        />
      </Sample>
      <Sample label="Tabs">
        <Tabs
          label="Claim"
          className="w-full"
          items={[
            { value: "lines", label: "Lines", count: 3, content: <p>Three service lines.</p> },
            { value: "facts", label: "Facts", content: <p>What the record says.</p> },
            { value: "history", label: "History", count: 12, content: <p>Twelve versions.</p> },
          ]}
        />
      </Sample>
    </Panel>
  );
}
