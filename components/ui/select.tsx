"use client";

import { Field } from "@base-ui/react/field";
import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { controlFrame } from "./control-styles";
import { useFetched } from "./use-fetched";

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  label?: string;
  size?: "small" | "medium";
  disabled?: boolean;
  id?: string;
  name?: string;
  className?: string;
}

const fetchList = () => import("./select-list").then((module) => module.SelectList);

/**
 * One of a short list. For long lists use Combobox. `label` names it where no Field stands around it. Until it is first
 * opened it is only its button: the list and all that places it are fetched then, so that no page starts with them.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { part: List, near, ask } = useFetched(fetchList);
  if (List) return <List {...props} />;
  const { value, options, placeholder = "Choose…", label, size = "medium", disabled, id, className } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <Field.Control
      id={id}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      aria-label={label}
      disabled={disabled}
      onPointerEnter={near}
      onFocus={near}
      onClick={ask}
      onKeyDown={(event) => {
        // Enter and space press the button; arrows and letters open the list, as they do on the browser's own.
        const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
        const opens = /^(Arrow(Up|Down)|[^ ])$/.test(event.key);
        if (!isPlain || !opens) return;
        event.preventDefault();
        ask();
      }}
      className={selectFrame(size, className)}
      render={
        <button type="button">
          <span className={chosen ? "min-w-0 flex-1 truncate" : "min-w-0 flex-1 truncate text-faint"}>
            {chosen?.label ?? placeholder}
          </span>
          <ChevronsUpDown className="size-3.5 text-faint" aria-hidden />
        </button>
      }
    />
  );
}

/** How the button of a select looks, fetched or not. */
export function selectFrame(size: "small" | "medium", className: string | undefined): string {
  return controlFrame(
    "flex items-center justify-between gap-2 text-left",
    size === "small" && "h-(--control-small) px-2 text-sm",
    className,
  );
}
