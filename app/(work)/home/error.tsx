"use client";

import { UnreadPage } from "@/components/ui/unread-page";

export default function HomeErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <UnreadPage {...props} title="Figures" what="The figures could not be read" safe="Nothing was changed." />
  );
}
