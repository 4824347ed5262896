"use client";

import { XrayError } from "@/components/xray/xray-error";

export default function XrayErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <XrayError {...props} />;
}
