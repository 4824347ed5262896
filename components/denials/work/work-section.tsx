import type { ReactNode } from "react";

/** One titled part beside the lines. */
export function WorkSection({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h2 className="mb-1.5 flex items-baseline justify-between gap-2 text-base font-semibold">
        {title}
        {aside && <span className="text-sm font-normal text-muted">{aside}</span>}
      </h2>
      {children}
    </section>
  );
}
