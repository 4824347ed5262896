import type { ReactNode } from "react";

/** One titled part of the claim's surroundings. */
export function ContextSection({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section>
      <h3 className="mb-1.5 flex items-baseline justify-between gap-2 text-base font-semibold">
        {title}
        {aside && <span className="text-sm font-normal text-muted">{aside}</span>}
      </h3>
      {children}
    </section>
  );
}
