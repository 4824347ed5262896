import { CircleCheck, OctagonX, TriangleAlert, type LucideIcon } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { TARGET_LABELS } from "@/lib/domain/kpis/dashboard-screen";
import type { TargetState } from "@/lib/domain/kpis/target";

const LOOKS: Record<TargetState, { tone: Tone; icon: LucideIcon }> = {
  good: { tone: "success", icon: CircleCheck },
  amber: { tone: "warning", icon: TriangleAlert },
  red: { tone: "danger", icon: OctagonX },
};

/** How a figure stands to its target: word, icon and tone together. */
export function TargetBadge({ state, plain }: { state: TargetState; plain?: boolean }) {
  const { tone, icon } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon} plain={plain}>
      {TARGET_LABELS[state]}
    </Badge>
  );
}
