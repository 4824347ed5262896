import type { Metadata } from "next";
import { EffectiveDate } from "@/components/payers/effective-date";
import { PayerKindButton } from "@/components/payers/payer-kind-button";
import { PayerProfile } from "@/components/payers/payer-profile";
import { ProfileVersions } from "@/components/payers/profile-versions";
import { UnverifiedNotice } from "@/components/payers/unverified-notice";
import { versionDifferences } from "@/components/payers/version-differences";
import { Badge } from "@/components/ui/badge";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { PAYER_PRESETS } from "@/lib/domain/payers/presets";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { getPayer } from "@/lib/use-cases/payers/get-payer";

export const metadata: Metadata = { title: "Payer" };

export default async function PayerPage({
  params,
  searchParams,
}: {
  params: Promise<{ payerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { payerId } = await params;
  const { on } = await searchParams;
  const view = await readAs(getPayer, { payerId, onDate: typeof on === "string" ? on : null });
  const { organization } = await requireSession();
  const { payer } = view;
  return (
    <Page>
      <PageHeader
        trail={[{ label: "Payers", href: "/payers" }]}
        title={payer.name}
        badge={<Badge>{payer.kindLabel}</Badge>}
        description={`Payer id ${payer.payerCode.replace(/^name:/, "")} · ${payer.presetLabel ? `starts from the shipped profile “${payer.presetLabel}”` : "starts from its kind’s defaults"}`}
        actions={
          <PayerKindButton
            payer={payer}
            presets={PAYER_PRESETS.map(({ key, label, kind }) => ({ key, label, kind }))}
          />
        }
      />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <EffectiveDate onDate={view.onDate} />
        <UnverifiedNotice count={view.parameters.filter((parameter) => !parameter.origin.verified).length} />
      </div>
      <PayerProfile
        payer={payer}
        parameters={view.parameters}
        today={dateInZone(new Date(), organization.timeZone)}
      />
      <ProfileVersions versions={versionDifferences(payer, view.versions)} />
    </Page>
  );
}
