import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Mark } from "@/components/ui/mark";

/** A page with one thing to say: not found, no access, broken. `inside` the shell there is a main part already. */
export function FullPage({
  title,
  inside = false,
  children,
  actions,
}: {
  title: string;
  inside?: boolean;
  children: ReactNode;
  actions?: ReactNode;
}) {
  const Frame = inside ? "div" : "main";
  return (
    <Frame className={cn("grid place-items-center p-6", inside ? "flex-1" : "min-h-dvh")}>
      <div className="w-full max-w-md rounded-xl border border-line bg-surface p-8 shadow-low">
        <Mark className="size-10" />
        <h1 className="mt-5 text-2xl font-semibold tracking-tight">{title}</h1>
        <div className="mt-2 text-lg text-muted">{children}</div>
        {actions && <div className="mt-6 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </Frame>
  );
}
