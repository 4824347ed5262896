import type { Metadata } from "next";
import { CoderHomeView } from "@/components/kpis/home/coder-home";
import { ClaimNextButton } from "@/components/worklist/claim-next-button";
import { readAs } from "@/lib/auth/read-as";
import { getCoderHome } from "@/lib/use-cases/kpis/get-coder-home";

export const metadata: Metadata = { title: "My coding" };

/** Where a coder's day begins. */
export default async function CodingHomePage() {
  const home = await readAs(getCoderHome, {});
  return <CoderHomeView home={home} actions={<ClaimNextButton queue="specialty" />} />;
}
