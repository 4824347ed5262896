import { CircleCheck, PackageOpen, Undo2 } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** Where a batch stands: still here, handed over, or taken back. */
export function BatchStatus({ status }: { status: string }) {
  if (status === "handed_over") {
    return (
      <Badge tone="success" icon={CircleCheck}>
        Handed over
      </Badge>
    );
  }
  if (status === "undone") {
    return (
      <Badge tone="neutral" icon={Undo2}>
        Taken back
      </Badge>
    );
  }
  return (
    <Badge tone="warning" icon={PackageOpen}>
      Waits to be handed over
    </Badge>
  );
}
