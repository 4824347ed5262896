import { CircleHelp } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { countOf } from "@/lib/format/counts";

/** How much of a profile nobody has checked against the contract. */
export function UnverifiedNotice({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Badge tone="warning" icon={CircleHelp}>
      {countOf(count, "value")} not verified against the contract
    </Badge>
  );
}
