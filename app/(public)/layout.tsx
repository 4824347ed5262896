import type { ReactNode } from "react";
import { QueryProvider } from "@/lib/query/query-provider";

/** Pages before the work: nobody is signed in, or not fully. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return <QueryProvider scope="visitor">{children}</QueryProvider>;
}
