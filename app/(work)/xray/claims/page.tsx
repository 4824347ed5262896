import type { Metadata } from "next";
import { BehindScreen } from "@/components/xray/behind/behind-screen";
import { readAs } from "@/lib/auth/read-as";
import type { XrayListAddress } from "@/lib/domain/xray/list-address";
import { pageNumber } from "@/lib/format/page-number";
import { listBehindXray } from "@/lib/use-cases/xray/list-behind-xray";

export const metadata: Metadata = { title: "Claims behind the X-ray" };

/** The lines or claims behind a figure of the X-ray, as its address names it; what means nothing is not found. */
export default async function XrayClaimsPage({
  searchParams,
}: {
  searchParams: Promise<Partial<XrayListAddress> & { page?: string }>;
}) {
  const { page, ...address } = await searchParams;
  return <BehindScreen view={await readAs(listBehindXray, { ...address, page: pageNumber(page, 20_000) })} />;
}
