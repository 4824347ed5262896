import type { Metadata } from "next";
import { PasswordForm } from "@/components/access/password-form";
import { SecondFactorPanel } from "@/components/access/second-factor-panel";
import { SessionsPanel } from "@/components/access/sessions-panel";
import { DescriptionList } from "@/components/ui/description-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { ROLE_LABELS } from "@/lib/domain/access/roles";
import { isSecondFactorRequired } from "@/lib/domain/access/second-factor";
import { listOwnSessions } from "@/lib/use-cases/access/own-sessions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { sessions } = await readAs(listOwnSessions, {});
  const { member, organization, session } = await requireSession();
  return (
    <Page>
      <PageHeader title="Your account" />
      <Panel>
        <DescriptionList
          columns={4}
          items={[
            { label: "Name", value: member.name },
            { label: "Email", value: member.email },
            { label: "Organization", value: organization.name },
            { label: "Role", value: ROLE_LABELS[member.role] },
          ]}
        />
      </Panel>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <PasswordForm email={member.email} />
        <SecondFactorPanel
          isEnrolled={session.isEnrolled}
          isRequired={isSecondFactorRequired(organization)}
        />
      </div>
      <SessionsPanel sessions={sessions} timeZone={organization.timeZone} />
    </Page>
  );
}
