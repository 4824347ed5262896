/** Id of the table row under the keyboard's focus; null when the focus is elsewhere. */
export function focusedRowId(): string | null {
  const row = document.activeElement?.closest<HTMLElement>("[data-row-id]");
  return row?.dataset.rowId ?? null;
}
