import { CircleCheck, LoaderCircle, OctagonX, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ImportStatus } from "@/lib/domain/imports/import-status";

/** How far an import is, or how it ended. */
export function ImportStatusBadge({
  status,
  label,
  isRunning,
  quarantined = 0,
}: {
  status: ImportStatus;
  label: string;
  isRunning: boolean;
  quarantined?: number;
}) {
  if (status === "published") {
    return quarantined > 0 ? (
      <Badge tone="warning" icon={TriangleAlert}>
        {label}, some held back
      </Badge>
    ) : (
      <Badge tone="success" icon={CircleCheck}>
        {label}
      </Badge>
    );
  }
  if (isRunning) {
    return (
      <Badge tone="info" icon={LoaderCircle}>
        {label}
      </Badge>
    );
  }
  return (
    <Badge tone="danger" icon={OctagonX}>
      {label}
    </Badge>
  );
}
