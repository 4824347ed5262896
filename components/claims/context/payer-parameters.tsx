"use client";

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { originInWords } from "../parameter-words";
import { useWorkbench } from "../workbench-context";
import { ContextSection } from "./context-section";

/** The payer's parameters in force on the day of service, each with where it comes from. */
export function PayerParameters() {
  const { screen, me } = useWorkbench();
  const { payer } = screen;
  const unverified = payer.parameters.filter((parameter) => !parameter.origin.verified).length;
  return (
    <ContextSection
      title={`Rules of ${payer.name}`}
      aside={unverified > 0 ? `${unverified} not verified` : payer.kindLabel}
    >
      <dl className="divide-y divide-line rounded-md border border-line bg-surface">
        {payer.parameters.map((parameter) => (
          <div key={parameter.name} className="px-3 py-1.5">
            <dt className="text-sm text-muted">{parameter.label}</dt>
            <dd className="flex items-start justify-between gap-2">
              <span className="min-w-0 break-words">{parameter.words}</span>
              {!parameter.origin.verified && (
                <Badge tone="warning" plain>
                  not verified
                </Badge>
              )}
            </dd>
            <dd className="text-sm text-faint">{originInWords(parameter.origin)}</dd>
          </div>
        ))}
      </dl>
      {me.may.seePayers && (
        <p className="mt-1.5">
          <Link className="text-link" href={`/payers/${payer.id}`}>
            Open the payer&rsquo;s profile
          </Link>
        </p>
      )}
    </ContextSection>
  );
}
