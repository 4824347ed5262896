import type { ReactNode } from "react";
import { SessionWarning } from "@/components/access/session-warning";
import { ShellFrame } from "@/components/shell/shell-frame";
import { requireSession } from "@/lib/auth/current-session";

/** Draws the shell around every work page. It is no lock: each page's use case authorizes by itself. */
export default async function WorkLayout({ children }: { children: ReactNode }) {
  const { member, organization } = await requireSession();
  const { id, name, isDemo, timeZone, billingMode, requiresSecondReview } = organization;
  return (
    <ShellFrame
      warning={<SessionWarning memberId={member.id} email={member.email} />}
      session={{
        member,
        organization: { id, name, isDemo, timeZone, billingMode, requiresSecondReview },
      }}
    >
      {children}
    </ShellFrame>
  );
}
