"use client";

import { Field } from "@base-ui/react/field";
import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { controlFrame } from "./control-styles";

type NativeInput = Omit<ComponentProps<typeof BaseInput>, "className" | "size"> & { className?: string };

/** One line of text. `mono` for codes and numbers that are compared character by character. */
export function Input({ className, mono = false, ...props }: NativeInput & { mono?: boolean }) {
  return <BaseInput className={controlFrame(mono && "font-mono", className)} {...props} />;
}

/** One line with something before or after it: an icon, a unit, a button. */
export function InputGroup({
  before,
  after,
  className,
  children,
}: {
  before?: ReactNode;
  after?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span className={cn("relative flex items-center [&_svg]:size-4", className)}>
      {before && <span className="pointer-events-none absolute left-2.5 text-faint">{before}</span>}
      {children}
      {after && <span className="absolute right-1.5 flex items-center text-sm text-muted">{after}</span>}
    </span>
  );
}

/** Several lines of text. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <Field.Control
      render={<textarea rows={rows} {...props} />}
      className={controlFrame("h-auto min-h-(--control) resize-y py-1.5 leading-5", className)}
    />
  );
}

/** A date of the calendar (YYYY-MM-DD): the browser's own field, which everybody's keyboard already knows. */
export function DateInput({ className, ...props }: Omit<NativeInput, "type">) {
  return <BaseInput type="date" className={controlFrame("max-w-44", className)} {...props} />;
}
