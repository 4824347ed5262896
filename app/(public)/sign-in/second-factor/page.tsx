import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PublicCard } from "@/components/access/public-card";
import { SecondFactorStep } from "@/components/access/second-factor-step";
import { SignOutButton } from "@/components/access/sign-out-button";
import { pageSession } from "@/lib/auth/current-session";
import { readAsPending } from "@/lib/auth/read-as";
import { safeNextPath, signInPath } from "@/lib/domain/access/next-path";
import { offerSecondFactor } from "@/lib/use-cases/access/enrol-second-factor";

export const metadata: Metadata = { title: "Second factor" };

export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = safeNextPath((await searchParams).next);
  const state = await pageSession();
  if (state.kind === "none") redirect(signInPath(next));
  if (state.kind === "full") redirect(next ?? "/");
  const { member, organization } = state.signedIn;
  const mustEnrol = state.missing === "enrolment";
  return (
    <PublicCard
      title={mustEnrol ? "Set up your second factor" : "Second factor"}
      description={
        mustEnrol
          ? `${organization.name} asks everybody for a code from an authenticator app beside the password.`
          : `Signed in as ${member.email}.`
      }
      footer={
        <>
          <p>Device lost? An administrator of {organization.name} can reset your second factor.</p>
          <SignOutButton>Sign in as somebody else</SignOutButton>
        </>
      }
    >
      <SecondFactorStep offer={mustEnrol ? await readAsPending(offerSecondFactor, {}) : null} next={next} />
    </PublicCard>
  );
}
