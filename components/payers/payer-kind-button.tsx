"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useShellSession } from "@/lib/query/shell-session";
import type { PayerKindProps } from "./payer-kind-dialog";

// Fetched when it is first opened: the page does not pay for it.
const PayerKindDialog = dynamic(
  () => import("./payer-kind-dialog").then((module) => module.PayerKindDialog),
  {
    ssr: false,
  },
);

/** Opens the window that corrects what the import guessed of a payer; only for who may. */
export function PayerKindButton(props: PayerKindProps) {
  const { can } = useShellSession();
  const [open, setOpen] = useState(false);
  if (!can("payers.change")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Kind and starting profile</Button>
      {open && <PayerKindDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
