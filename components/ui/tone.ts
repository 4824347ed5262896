import { cva } from "class-variance-authority";

/** What a colour stands for. A tone never speaks alone: words or an icon go with it. */
export type Tone = "neutral" | "accent" | "info" | "success" | "warning" | "danger" | "violet";

export const softTone = cva("", {
  variants: {
    tone: {
      neutral: "border-line bg-sunken text-muted",
      accent: "border-accent-line bg-accent-soft text-accent-ink",
      info: "border-info-line bg-info-soft text-info-ink",
      success: "border-success-line bg-success-soft text-success-ink",
      warning: "border-warning-line bg-warning-soft text-warning-ink",
      danger: "border-danger-line bg-danger-soft text-danger-ink",
      violet: "border-violet-line bg-violet-soft text-violet-ink",
    } satisfies Record<Tone, string>,
  },
});

export const toneText = cva("", {
  variants: {
    tone: {
      neutral: "text-muted",
      accent: "text-accent-ink",
      info: "text-info-ink",
      success: "text-success-ink",
      warning: "text-warning-ink",
      danger: "text-danger-ink",
      violet: "text-violet-ink",
    } satisfies Record<Tone, string>,
  },
});
