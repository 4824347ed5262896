"use client";

import { ErrorNotice } from "@/components/shell/error-notice";

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorNotice {...props} inside />;
}
