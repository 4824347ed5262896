import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod";

/** A schema, or what fetches it: a page that only shows a form does not start with zod. */
export type FormSchema<Input, Output> = z.ZodType<Output, Input> | (() => Promise<z.ZodType<Output, Input>>);

/** Lets react-hook-form check with a zod schema; one message a field, the first. */
export function zodResolver<Input extends FieldValues, Output extends FieldValues>(
  schema: FormSchema<Input, Output>,
): Resolver<Input, unknown, Output> {
  const check = (values: Input, against: z.ZodType<Output, Input>) => {
    const parsed = against.safeParse(values);
    if (parsed.success) return { values: parsed.data, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const issue of parsed.error.issues) {
      setAt(errors, issue.path.length > 0 ? issue.path.map(String) : ["root"], {
        type: issue.code,
        message: issue.message,
      });
    }
    return { values: {}, errors: errors as FieldErrors<Input> };
  };
  return typeof schema === "function"
    ? async (values) => check(values, await schema())
    : (values) => check(values, schema);
}

function setAt(
  target: Record<string, unknown>,
  path: string[],
  error: { type: string; message: string },
): void {
  const [head = "root", ...rest] = path;
  if (rest.length === 0) {
    target[head] ??= error;
    return;
  }
  target[head] ??= {};
  setAt(target[head] as Record<string, unknown>, rest, error);
}
