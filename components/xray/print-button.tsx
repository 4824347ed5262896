"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** The page as its print style has it: one or two sheets. */
export function PrintButton() {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden />
      Print summary
    </Button>
  );
}
