import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod";

/** Lets react-hook-form check with a zod schema; one message a field, the first. */
export function zodResolver<Input extends FieldValues, Output extends FieldValues>(
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  return (values) => {
    const parsed = schema.safeParse(values);
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
