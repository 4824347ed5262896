"use client";

import { useEffect, useRef, type ReactNode } from "react";
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
  type UseFormProps,
} from "react-hook-form";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/components/ui/cn";
import type { ErrorView } from "@/lib/domain/shared/app-error";
import { zodResolver, type FormSchema } from "./zod-resolver";

/** A form that checks with a schema before it sends, and again after each change once it was refused. */
export function useZodForm<Input extends FieldValues, Output extends FieldValues>(
  schema: FormSchema<Input, Output>,
  options: Omit<UseFormProps<Input, unknown, Output>, "resolver"> & { defaultValues: DefaultValues<Input> },
): UseFormReturn<Input, unknown, Output> {
  return useForm<Input, unknown, Output>({ mode: "onTouched", ...options, resolver: zodResolver(schema) });
}

/**
 * The form element: submits, shows the server's refusal on top (and its fields beside the fields), and moves focus to
 * what must be corrected first.
 */
export function Form<Input extends FieldValues, Output extends FieldValues>({
  form,
  onSubmit,
  error,
  className,
  children,
  id,
}: {
  form: UseFormReturn<Input, unknown, Output>;
  onSubmit: (values: Output) => unknown;
  /** The last answer of the server, when it was a refusal (`useAction().error`). */
  error?: ErrorView | null;
  className?: string;
  children: ReactNode;
  id?: string;
}) {
  const summary = useRef<HTMLDivElement>(null);
  const { setError } = form;
  useEffect(() => {
    if (!error) return;
    const fields = Object.entries(error.fields ?? {});
    for (const [index, [name, message]] of fields.entries()) {
      setError(name as Path<Input>, { type: "server", message }, { shouldFocus: index === 0 });
    }
    if (fields.length === 0) summary.current?.focus();
  }, [error, setError]);
  return (
    <form
      id={id}
      noValidate
      // Sent before the page is alive, a form must not put what was typed into the address.
      method="post"
      className={cn("grid gap-4", className)}
      onSubmit={(event) => {
        // A dialog's form inside another form's tree must not submit both.
        event.stopPropagation();
        void form.handleSubmit(onSubmit)(event);
      }}
    >
      {error && (
        <div ref={summary} tabIndex={-1} className="rounded-md outline-none">
          <Callout tone="danger" title={error.message} live>
            {error.next}
          </Callout>
        </div>
      )}
      {children}
    </form>
  );
}

/** The message of a field, wherever it stands in the form ("lines.0.units"). */
export function fieldError<Input extends FieldValues>(
  form: Pick<UseFormReturn<Input, unknown, FieldValues>, "getFieldState" | "formState">,
  name: Path<Input>,
): string | undefined {
  return form.getFieldState(name, form.formState).error?.message;
}
