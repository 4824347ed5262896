"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { cappedCount, formatCount } from "@/lib/format/counts";

export interface TablePage {
  page: number;
  pageSize: number;
  /** Rows on this page. */
  shown: number;
  hasNext: boolean;
  /** Undefined while it is not known. */
  total?: number;
  /** There are more than `total`. */
  capped?: boolean;
  onPage: (page: number) => void;
}

/** Where we are in a long list, and the way to its next page. */
export function TablePager({ page, pageSize, shown, hasNext, total, capped = false, onPage }: TablePage) {
  const first = (page - 1) * pageSize + 1;
  const range = shown === 0 ? "0" : `${formatCount(first)}–${formatCount(first + shown - 1)}`;
  return (
    <nav aria-label="Pages" className="flex items-center gap-2 text-sm text-muted">
      <span>
        {range}
        {total !== undefined && ` of ${cappedCount(total, capped)}`}
      </span>
      <IconButton
        label="Previous page"
        size="small"
        icon={<ChevronLeft />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        label="Next page"
        size="small"
        icon={<ChevronRight />}
        disabled={!hasNext}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  );
}
