import type { Metadata } from "next";
import { AcceptForm } from "@/components/access/accept-form";
import { PublicCard } from "@/components/access/public-card";
import { ButtonLink } from "@/components/ui/button-link";
import { ROLE_LABELS, type Role } from "@/lib/domain/access/roles";
import { readInvitation } from "@/lib/use-cases/access/accept-invitation";

export const metadata: Metadata = { title: "Invitation" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await readInvitation(token, new Date());
  if (!invitation) {
    return (
      <PublicCard title="This invitation is over">
        <p className="text-base text-muted">
          It was used, withdrawn, or is older than seven days. Ask the administrator who invited you for a new
          link. If you have joined already, sign in.
        </p>
        <ButtonLink href="/sign-in" variant="primary" className="mt-4">
          Sign in
        </ButtonLink>
      </PublicCard>
    );
  }
  return (
    <PublicCard
      title={`Join ${invitation.organizationName}`}
      description={`${invitation.name}, you are invited as ${ROLE_LABELS[invitation.role as Role]}. You sign in with ${invitation.email}.`}
    >
      <AcceptForm token={token} email={invitation.email} hasPassword={invitation.hasPassword} />
    </PublicCard>
  );
}
