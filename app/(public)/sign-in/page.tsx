import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PublicCard } from "@/components/access/public-card";
import { SignInForm } from "@/components/access/sign-in-form";
import { currentSession } from "@/lib/auth/current-session";
import { safeNextPath } from "@/lib/domain/access/next-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = safeNextPath((await searchParams).next);
  if (await currentSession()) redirect(next ?? "/");
  return (
    <PublicCard
      title="Sign in"
      description={
        next ? "You return to where you were afterwards." : "Claims, checked before the payer sees them."
      }
      footer="No login yet? An administrator of your organization invites you."
    >
      <SignInForm next={next} />
    </PublicCard>
  );
}
