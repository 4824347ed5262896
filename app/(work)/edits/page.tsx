import type { Metadata } from "next";
import { Catalogue } from "@/components/edits/catalogue";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { readAs } from "@/lib/auth/read-as";
import { listCatalogue } from "@/lib/use-cases/edits/list-catalogue";

export const metadata: Metadata = { title: "Edits" };

export default async function EditsPage() {
  const { edits } = await readAs(listCatalogue, {});
  return (
    <Page wide>
      <PageHeader
        title="Edits"
        description="What is checked on every claim before it leaves, in a biller’s words, with the denial that each edit prevents."
      />
      <Catalogue edits={edits} />
    </Page>
  );
}
