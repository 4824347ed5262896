import type { Metadata } from "next";
import { EntitiesPanel } from "@/components/access/entities-panel";
import { KeysPanel } from "@/components/access/keys-panel";
import { SettingsForm } from "@/components/access/settings-form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { readAs } from "@/lib/auth/read-as";
import { getOrganization } from "@/lib/use-cases/access/organization-settings";

export const metadata: Metadata = { title: "Organization" };

const TIME_ZONES = Intl.supportedValuesOf("timeZone");

export default async function OrganizationPage() {
  const { settings, entities, keys, rotation, mayManage } = await readAs(getOrganization, {});
  return (
    <Page>
      <PageHeader
        title="Organization"
        description={
          mayManage
            ? "How this organization works."
            : "How this organization works. Administrators can change it."
        }
      />
      <SettingsForm settings={settings} timeZones={TIME_ZONES} mayManage={mayManage} />
      <EntitiesPanel entities={entities} mayManage={mayManage} />
      <KeysPanel keys={keys} rotation={rotation} timeZone={settings.timeZone} mayManage={mayManage} />
    </Page>
  );
}
