"use client";

import { createContext, use, type ReactNode } from "react";
import { can, type Permission } from "@/lib/domain/access/permissions";
import type { Role } from "@/lib/domain/access/roles";

/** What the browser may know of who is signed in. It hides what the role does not include; the server decides. */
export interface ShellSession {
  member: { id: string; name: string; email: string; role: Role };
  organization: {
    id: string;
    name: string;
    isDemo: boolean;
    timeZone: string;
    billingMode: string;
    requiresSecondReview: boolean;
  };
}

const SessionContext = createContext<ShellSession | null>(null);

export function SessionProvider({ session, children }: { session: ShellSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who works here, with `can` for hiding what is not theirs. Only below the shell's layout. */
export function useShellSession(): ShellSession & { can: (permission: Permission) => boolean } {
  const session = use(SessionContext);
  if (!session) throw new Error("useShellSession needs the shell's layout above it");
  return { ...session, can: (permission) => can(session.member, permission) };
}
