import { AlarmClock, CalendarClock, CalendarX, CircleDashed, type LucideIcon } from "lucide-react";
import { Badge } from "./badge";
import type { Tone } from "./tone";

export type DeadlineTone = "unknown" | "calm" | "soon" | "urgent" | "passed";

const LOOKS: Record<DeadlineTone, { tone: Tone; icon: LucideIcon }> = {
  unknown: { tone: "neutral", icon: CircleDashed },
  calm: { tone: "neutral", icon: CalendarClock },
  soon: { tone: "warning", icon: CalendarClock },
  urgent: { tone: "danger", icon: AlarmClock },
  passed: { tone: "danger", icon: CalendarX },
};

/** How near a deadline is: words, icon and tone together ("3 days left"). `title` may carry date and source. */
export function DeadlineBadge({
  tone,
  words,
  title,
  plain,
  className,
}: {
  tone: DeadlineTone;
  words: string;
  title?: string;
  plain?: boolean;
  className?: string;
}) {
  const look = LOOKS[tone];
  return (
    <Badge
      tone={look.tone}
      icon={look.icon}
      plain={plain ?? (tone === "calm" || tone === "unknown")}
      title={title}
      className={className}
    >
      {words}
    </Badge>
  );
}
