"use client";

import type { ReactElement, ReactNode } from "react";
import {
  Controller,
  type ControllerRenderProps,
  type FieldValues,
  type Path,
  type UseFormReturn,
} from "react-hook-form";
import { Field } from "@/components/ui/field";

/**
 * One field of a form: label, control, help and error. The control gets react-hook-form's `field`; text inputs take it
 * whole (`{(field) => <Input {...field} />}`), others take `field.value` and `field.onChange`.
 */
export function FormField<Input extends FieldValues, Output extends FieldValues, Name extends Path<Input>>({
  form,
  name,
  label,
  description,
  optional,
  hideLabel,
  className,
  children,
}: {
  form: UseFormReturn<Input, unknown, Output>;
  name: Name;
  label: ReactNode;
  description?: ReactNode;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: (field: ControllerRenderProps<Input, Name>) => ReactElement;
}) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <Field
          label={label}
          description={description}
          error={fieldState.error?.message}
          optional={optional}
          hideLabel={hideLabel}
          className={className}
        >
          {children(field)}
        </Field>
      )}
    />
  );
}
