"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTransition } from "react";
import { signOutAction } from "@/lib/actions/account";
import { forgetTrail } from "@/lib/query/queue-trail";
import { forgetTypedText } from "@/lib/query/typed-text";
import { showError } from "@/lib/query/use-action";

/** Ends the session. What was read is dropped, and a full page load leaves nothing of it in memory. */
export function useSignOut() {
  const client = useQueryClient();
  const [pending, start] = useTransition();
  const signOut = () =>
    start(async () => {
      const result = await signOutAction({});
      if (!result.ok && result.error.code !== "not_signed_in") return showError(result.error);
      client.clear();
      forgetTypedText();
      forgetTrail();
      window.location.assign("/sign-in");
    });
  return { signOut, pending };
}
