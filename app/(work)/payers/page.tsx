import type { Metadata } from "next";
import { PayerTable } from "@/components/payers/payer-table";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { readAs } from "@/lib/auth/read-as";
import { listPayers } from "@/lib/use-cases/payers/list-payers";

export const metadata: Metadata = { title: "Payers" };

export default async function PayersPage() {
  const { payers } = await readAs(listPayers, {});
  return (
    <Page>
      <PageHeader
        title="Payers"
        description="What each payer wants on a claim. The edits use the profile in force on the claim’s date of service."
      />
      <PayerTable payers={payers} />
    </Page>
  );
}
