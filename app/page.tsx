import { redirect } from "next/navigation";
import { homeOf } from "@/components/shell/navigation";
import { requireSession } from "@/lib/auth/current-session";

/** The front door: everybody lands where their work is. */
export default async function Home() {
  const { member } = await requireSession();
  redirect(homeOf(member.role));
}
