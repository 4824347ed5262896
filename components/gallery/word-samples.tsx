import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Kbd } from "@/components/ui/kbd";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { Skeleton } from "@/components/ui/skeleton";
import type { Tone } from "@/components/ui/tone";
import { Sample } from "./sample";

const TONES: Tone[] = ["neutral", "accent", "info", "success", "warning", "danger", "violet"];

/** What says something: badges, callouts, states. */
export function WordSamples() {
  return (
    <Panel title="Words and states">
      <Sample label="Text">
        <p className="text-2xl font-semibold tracking-tight">Second lead without its modifier</p>
        <p className="w-full text-muted">
          Muted text, <span className="text-faint">faint text</span>,{" "}
          <span className="font-mono">63650-76</span>,{" "}
          <a className="text-link" href="#top">
            a link
          </a>
          , <span className="label-caps">caps label</span>
        </p>
      </Sample>
      <Sample label="Badges">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </Sample>
      <Sample label="Severity">
        {(["block", "review", "info", "missing", "clean", "off"] as const).map((severity) => (
          <SeverityBadge key={severity} severity={severity} />
        ))}
        <SeverityBadge severity="block">2 block</SeverityBadge>
      </Sample>
      <Sample label="Deadlines">
        <DeadlineBadge tone="calm" words="81 days left" />
        <DeadlineBadge tone="soon" words="9 days left" />
        <DeadlineBadge tone="urgent" words="2 days left" />
        <DeadlineBadge tone="passed" words="3 days late" />
        <DeadlineBadge tone="unknown" words="limit unknown" />
      </Sample>
      <Sample label="Keys">
        <Kbd>J</Kbd> <Kbd>Shift</Kbd> <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
      </Sample>
      <Sample label="Callouts">
        <div className="grid w-full gap-2">
          <Callout tone="info" title="This file was imported before">
            It is the same, byte for byte, as the one of Jun 3.
          </Callout>
          <Callout tone="success">Everything in this file was posted.</Callout>
          <Callout tone="warning" title="3 claims could not be posted">
            They are kept with their place in the file.
          </Callout>
          <Callout tone="danger" title="The file was refused">
            Segment 12: the transaction set ends without SE.
          </Callout>
        </div>
      </Sample>
      <Sample label="Progress">
        <Progress className="w-64" label="Reading claims" value={42} detail="1,260 of 3,000" />
        <Progress className="w-64" label="Waiting for a worker" value={null} />
        <div className="grid w-48 gap-2">
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      </Sample>
      <Sample label="Facts of a thing">
        <DescriptionList
          columns={4}
          className="w-full"
          items={[
            { label: "Claim", value: "HP-1001" },
            { label: "Charge", value: "$9,500.00" },
            { label: "Payer", value: "Aetna" },
            { label: "Authorization", value: null },
          ]}
        />
      </Sample>
      <Sample label="Nothing, three kinds">
        <div className="grid w-full gap-3 md:grid-cols-3">
          <EmptyState kind="nothing" title="No files yet">
            Import your first claim file.
          </EmptyState>
          <EmptyState kind="no-match" title="Nothing matches">
            Clear a filter to see more.
          </EmptyState>
          <EmptyState kind="done" title="All done">
            Every claim in this queue is worked.
          </EmptyState>
        </div>
      </Sample>
      <Sample label="Failure">
        <ErrorState
          className="w-full"
          title="The list could not be loaded."
          next="Nothing was changed. Try again."
        />
      </Sample>
    </Panel>
  );
}
