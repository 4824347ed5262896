"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { Callout } from "@/components/ui/callout";
import { Progress } from "@/components/ui/progress";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { countOf, formatCount } from "@/lib/format/counts";
import { useImport } from "./use-import";

/** How far a running import is. When it ends, the page is asked for again and says so. */
export function ImportProgress({ initial }: { initial: ImportView }) {
  const { data = initial } = useImport(initial.id, initial);
  useWhenFinished(data.isRunning, () => `${data.fileName}: ${data.statusLabel}`);
  if (!data.isRunning) return null;
  return (
    <div className="rounded-lg border border-line bg-surface p-4 shadow-low">
      <ImportBar view={data} />
      <p className="mt-2 text-sm text-muted">You may leave this page; the import goes on by itself.</p>
    </div>
  );
}

/** The bar alone. */
export function ImportBar({ view }: { view: ImportView }) {
  const known = view.progressTotal > 0;
  return (
    <Progress
      label={view.statusLabel}
      value={known ? Math.min(100, (view.progressDone / view.progressTotal) * 100) : null}
      detail={
        known
          ? `${formatCount(view.progressDone)} of ${countOf(view.progressTotal, "claim")}`
          : "The worker takes it next"
      }
    />
  );
}

/** Fetches the page anew and tells everybody once when what ran has ended. */
export function useWhenFinished(isRunning: boolean, words: () => string) {
  const router = useRouter();
  const announce = useAnnounce();
  const ran = useRef(isRunning);
  useEffect(() => {
    if (ran.current && !isRunning) {
      announce(words());
      router.refresh();
    }
    ran.current = isRunning;
  });
}

/** An import that stands still although it should run, or that came to a bad end. */
export function ImportTrouble({ view }: { view: ImportView }) {
  if (view.stoppedBecause !== null) {
    return (
      <Callout tone="danger" title="The import stopped before its end">
        {view.stoppedBecause} Nothing of it was posted. Send the same file again to try anew.
      </Callout>
    );
  }
  if (view.status === "failed") {
    return (
      <Callout tone="danger" title="The import failed">
        {view.problems[0]?.message ?? "Nothing of it was posted."} Send the same file again to try anew.
      </Callout>
    );
  }
  if (view.status === "refused") {
    return (
      <Callout tone="danger" title="The file was refused as a whole; none of its claims was posted">
        Where and why is below. Have your billing system or clearinghouse write the file again.
      </Callout>
    );
  }
  return null;
}
