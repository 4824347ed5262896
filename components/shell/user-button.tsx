"use client";

import { CircleUser } from "lucide-react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { useShellSession } from "@/lib/query/shell-session";

/** The button that opens the account menu. */
export function UserButton(props: ButtonProps) {
  const { member } = useShellSession();
  return (
    <Button
      variant="ghost"
      className="px-1.5"
      aria-label={`Your account: ${member.name}`}
      aria-haspopup="menu"
      {...props}
    >
      <CircleUser aria-hidden />
      <span className="max-w-36 truncate text-ink max-md:hidden">{member.name}</span>
    </Button>
  );
}
