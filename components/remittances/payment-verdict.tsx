import { CircleCheck, OctagonPause, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { PaymentEntry } from "@/lib/domain/remittances/remittance-screen";
import { countOf } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";

/** Whether a payment is worth what its claims say, in one word and the exact difference. */
export function PaymentVerdict({
  payment,
}: {
  payment: Pick<PaymentEntry, "status" | "gapCents" | "gapCount" | "isPostedByHand">;
}) {
  if (payment.isPostedByHand) {
    return (
      <Badge tone="warning" icon={TriangleAlert} title="A person posted it although it does not add up">
        {payment.gapCents === 0 ? "Posted by hand" : `By hand, ${formatCents(payment.gapCents)}`}
      </Badge>
    );
  }
  if (payment.status === "posted") {
    return (
      <Badge tone="success" icon={CircleCheck}>
        Adds up
      </Badge>
    );
  }
  return (
    <Badge tone="danger" icon={OctagonPause}>
      Held:{" "}
      {payment.gapCents === 0
        ? countOf(payment.gapCount, "fault")
        : `off by ${formatCents(payment.gapCents)}`}
    </Badge>
  );
}
