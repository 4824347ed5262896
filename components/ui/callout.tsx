import { CircleAlert, CircleCheck, Info, OctagonX, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { softTone, type Tone } from "./tone";

const ICONS: Record<Tone, LucideIcon> = {
  neutral: Info,
  accent: Info,
  info: Info,
  violet: CircleAlert,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: OctagonX,
};

/** Something a person must know on this page, with what to do about it. `live` announces it when it appears. */
export function Callout({
  tone = "info",
  title,
  children,
  actions,
  live = false,
  className,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
  className?: string;
}) {
  const Icon = ICONS[tone];
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={cn("flex gap-2.5 rounded-md border px-3 py-2.5", softTone({ tone }), className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={cn("text-base", title ? "mt-0.5" : undefined)}>{children}</div>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2 self-center">{actions}</div>}
    </div>
  );
}
