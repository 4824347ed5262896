"use client";

import { FiguresError } from "@/components/kpis/figures-error";

export default function HomeErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <FiguresError {...props} />;
}
