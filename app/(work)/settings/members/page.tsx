import type { Metadata } from "next";
import { InviteDialog } from "@/components/access/invite-dialog";
import { MembersTable } from "@/components/access/members-table";
import { PermissionTable } from "@/components/access/permission-table";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { listMembers } from "@/lib/use-cases/access/list-members";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const { members, mayManage } = await readAs(listMembers, {});
  const { organization } = await requireSession();
  return (
    <Page>
      <PageHeader
        title="Members"
        description="Who works here, and what their role lets them do. A change holds from their next click on."
        actions={mayManage && <InviteDialog />}
      />
      <MembersTable members={members} mayManage={mayManage} timeZone={organization.timeZone} />
      <PermissionTable />
    </Page>
  );
}
