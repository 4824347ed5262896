"use client";

import { FiguresError } from "@/components/kpis/figures-error";

export default function DashboardErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <FiguresError {...props} />;
}
