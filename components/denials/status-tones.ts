import type { Tone } from "@/components/ui/tone";
import type { DenialStatus } from "@/lib/domain/denials/lifecycle";

/** How a status looks; its words always stand beside. */
export const STATUS_TONES: Record<DenialStatus, Tone> = {
  open: "accent",
  in_progress: "accent",
  corrected: "violet",
  rebilled: "violet",
  records_sent: "violet",
  appealed: "violet",
  overturned: "success",
  partly_overturned: "warning",
  upheld: "danger",
  written_off: "neutral",
  closed: "neutral",
};
