import { CircleCheck, CircleHelp, Eye, Info, OctagonX, type LucideIcon } from "lucide-react";
import { Badge } from "./badge";
import type { Tone } from "./tone";

export type SeverityWord = "block" | "review" | "info" | "missing" | "clean" | "off";

const LOOKS: Record<SeverityWord, { tone: Tone; icon: LucideIcon; words: string }> = {
  block: { tone: "danger", icon: OctagonX, words: "Blocks" },
  review: { tone: "warning", icon: Eye, words: "Review" },
  info: { tone: "info", icon: Info, words: "Info" },
  missing: { tone: "violet", icon: CircleHelp, words: "Fact missing" },
  clean: { tone: "success", icon: CircleCheck, words: "Clean" },
  off: { tone: "neutral", icon: CircleHelp, words: "Off" },
};

/** How heavy a finding is; `children` replaces the word ("2 block"), the icon and the tone stay. */
export function SeverityBadge({
  severity,
  children,
  plain,
  className,
}: {
  severity: SeverityWord;
  children?: React.ReactNode;
  plain?: boolean;
  className?: string;
}) {
  const look = LOOKS[severity];
  return (
    <Badge tone={look.tone} icon={look.icon} plain={plain} className={className}>
      {children ?? look.words}
    </Badge>
  );
}
