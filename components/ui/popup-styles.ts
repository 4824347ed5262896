/** What menus, selects and popovers share: one kind of floating sheet, one kind of row in it. */
export const floatingSheet =
  "z-50 rounded-lg border border-line bg-raised text-ink shadow-high outline-none transition-opacity duration-75 " +
  "data-ending-style:opacity-0 data-starting-style:opacity-0";

export const floatingRow =
  "flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-base outline-none select-none " +
  "data-disabled:opacity-55 data-highlighted:bg-selected data-highlighted:text-ink [&_svg]:size-4 [&_svg]:shrink-0";

/** What lies behind a window over the page, and the window. */
export const dialogBackdrop =
  "fixed inset-0 z-40 bg-overlay transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";
export const dialogPopup =
  "fixed top-[8vh] left-1/2 z-50 flex max-h-[84vh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-xl border " +
  "border-line bg-raised text-ink shadow-high transition-[opacity,scale] duration-100 data-ending-style:scale-[0.98] " +
  "data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0";
