import { ArrowDown, ArrowRight, ArrowUp, CircleDashed } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { RECOVERY_TIER_LABELS } from "@/lib/domain/denials/denial-words";
import type { RecoveryTier } from "@/lib/domain/denials/recovery";

const LOOKS: Record<RecoveryTier, { tone: Tone; icon: typeof ArrowUp }> = {
  high: { tone: "success", icon: ArrowUp },
  moderate: { tone: "info", icon: ArrowRight },
  low: { tone: "neutral", icon: ArrowDown },
};

/** How likely the money comes back: word, arrow and tone together. */
export function TierBadge({ tier, plain = false }: { tier: RecoveryTier | null; plain?: boolean }) {
  if (tier === null)
    return (
      <Badge icon={CircleDashed} plain={plain}>
        Not judged
      </Badge>
    );
  const { tone, icon } = LOOKS[tier];
  return (
    <Badge tone={tone} icon={icon} plain={plain}>
      {RECOVERY_TIER_LABELS[tier]}
    </Badge>
  );
}
