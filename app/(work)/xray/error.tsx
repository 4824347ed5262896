"use client";

import { UnreadPage } from "@/components/ui/unread-page";

export default function XrayErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <UnreadPage
      {...props}
      title="X-ray of stimulator denials"
      what="The X-ray could not be taken"
      safe="Your files are safe and stay imported."
    />
  );
}
