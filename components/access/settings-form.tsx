"use client";

import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { RadioGroup } from "@/components/ui/radio-group";
import { changeOrganizationAction } from "@/lib/actions/organization";
import { useAction } from "@/lib/query/use-action";

export interface Settings {
  name: string;
  timeZone: string;
  requiresSecondFactor: boolean;
  requiresSecondReview: boolean;
  billingMode: string;
  isDemo: boolean;
  version: number;
}

const fetchSchema = () => import("./settings-schema").then((module) => module.settingsSchema);

const BILLING_MODES = [
  {
    value: "inline" as const,
    label: "Released batches go to the clearinghouse",
    description: "The 837 file that Dorsal writes is the one that is sent.",
  },
  {
    value: "beside" as const,
    label: "The practice bills from its own system",
    description: "Each correction becomes a work-back row to key there; the next export closes it.",
  },
];

/** The settings of the organization. For those who may only look, the same fields, switched off. */
export function SettingsForm({
  settings,
  timeZones,
  mayManage,
}: {
  settings: Settings;
  timeZones: string[];
  mayManage: boolean;
}) {
  const { name, timeZone, requiresSecondFactor, requiresSecondReview } = settings;
  const billingMode = settings.billingMode === "beside" ? ("beside" as const) : ("inline" as const);
  const values = { name, timeZone, requiresSecondFactor, requiresSecondReview, billingMode };
  const form = useZodForm(fetchSchema, { defaultValues: values, values, disabled: !mayManage });
  const { run, pending, error } = useAction(changeOrganizationAction, {
    success: ({ changed }) => (changed.length === 0 ? "Nothing was different." : "Settings saved."),
    onError: () => true,
  });
  return (
    <Panel title="Settings">
      <Form
        form={form}
        onSubmit={(wanted) => run({ seenVersion: settings.version, ...wanted })}
        error={error}
        className="max-w-xl"
      >
        <FormField form={form} name="name" label="Name">
          {(field) => <Input {...field} autoComplete="organization" />}
        </FormField>
        <FormField
          form={form}
          name="timeZone"
          label="Time zone"
          description="“Today” and every deadline are counted on this clock."
        >
          {(field) => (
            <Combobox
              value={field.value}
              onChange={(zone) => field.onChange(zone ?? "")}
              options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
              clearable={false}
              disabled={!mayManage}
            />
          )}
        </FormField>
        <FormField form={form} name="billingMode" label="How claims leave">
          {(field) => (
            <RadioGroup
              label="How claims leave"
              value={field.value}
              onChange={field.onChange}
              options={BILLING_MODES}
              disabled={!mayManage}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="requiresSecondReview"
          label="Second review"
          description="A claim with SCS codes is signed by two different people before it is released."
        >
          {(field) => (
            <Checkbox checked={field.value} onChange={field.onChange} disabled={!mayManage}>
              Required before release
            </Checkbox>
          )}
        </FormField>
        <FormField
          form={form}
          name="requiresSecondFactor"
          label="Second factor"
          description={
            settings.isDemo
              ? "The demo practice asks nobody for it, whatever is set here."
              : "Everybody enters a code from an authenticator app. Who has none sets it up at the next click."
          }
        >
          {(field) => (
            <Checkbox checked={field.value} onChange={field.onChange} disabled={!mayManage}>
              Required for everybody
            </Checkbox>
          )}
        </FormField>
        {mayManage && (
          <div>
            <Button type="submit" variant="primary" pending={pending}>
              Save the settings
            </Button>
          </div>
        )}
      </Form>
    </Panel>
  );
}
