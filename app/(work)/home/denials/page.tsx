import type { Metadata } from "next";
import { TakeNextButton } from "@/components/denials/queue/take-next-button";
import { DenialHomeView } from "@/components/kpis/home/denial-home";
import { readAs } from "@/lib/auth/read-as";
import { getDenialHome } from "@/lib/use-cases/kpis/get-denial-home";

export const metadata: Metadata = { title: "Denial work" };

/** Where the day of whoever works denials begins. `?scope=mine` or `anyone`; without, what fits the role. */
export default async function DenialsHomePage({
  searchParams,
}: {
  searchParams: Promise<{ scope?: "mine" | "anyone" }>;
}) {
  const { scope } = await searchParams;
  const home = await readAs(getDenialHome, { scope });
  return <DenialHomeView home={home} actions={<TakeNextButton />} />;
}
