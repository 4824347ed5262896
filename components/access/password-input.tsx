"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input, InputGroup } from "@/components/ui/input";

/** A password that can be looked at, pasted and filled in by a password manager. */
export function PasswordInput({
  autoComplete,
  ...props
}: ComponentProps<typeof Input> & { autoComplete: "current-password" | "new-password" }) {
  const [shown, setShown] = useState(false);
  return (
    <InputGroup
      after={
        <IconButton
          label={shown ? "Hide the password" : "Show the password"}
          size="small"
          icon={shown ? <EyeOff /> : <Eye />}
          onClick={() => setShown(!shown)}
        />
      }
    >
      <Input
        {...props}
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        className="pr-10"
      />
    </InputGroup>
  );
}
