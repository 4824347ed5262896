"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Announcer } from "@/components/ui/announcer";
import { ShortcutProvider } from "@/components/ui/shortcuts/shortcut-provider";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";

/** What every page of the application stands on, signed in or not. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <ShortcutProvider>
        <TooltipProvider>
          <Announcer>{children}</Announcer>
        </TooltipProvider>
        <Toaster />
      </ShortcutProvider>
    </NuqsAdapter>
  );
}
