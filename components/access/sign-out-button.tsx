"use client";

import { Button } from "@/components/ui/button";
import { signOutAction } from "@/lib/actions/account";
import { useAction } from "@/lib/query/use-action";

/** The way out of a half-finished sign-in. */
export function SignOutButton({ children }: { children: string }) {
  const { run, pending } = useAction(signOutAction, {
    refresh: false,
    onSuccess: () => window.location.assign("/sign-in"),
  });
  return (
    <Button variant="link" pending={pending} onClick={() => void run({})}>
      {children}
    </Button>
  );
}
