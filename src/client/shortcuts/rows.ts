/** The rows of a page's lists, in their order. Those that are hidden are left out. */
function rowsOfPage(): HTMLElement[] {
  const rows = document.querySelectorAll<HTMLElement>(
    "main :is(.papers, .topics, .index, .days-of-months ol, #map-papers) > li",
  );
  return [...rows].filter((row) => row.getClientRects().length > 0 && linkOf(row) !== null);
}

/** The link that a row is about. */
function linkOf(row: HTMLElement): HTMLAnchorElement | null {
  return (
    row.querySelector<HTMLAnchorElement>(":is(h2, h3) a[href]") ?? row.querySelector("a[href]")
  );
}

/** The row that has the focus. */
export function currentRow(): HTMLElement | undefined {
  const { activeElement } = document;
  return rowsOfPage().find((row) => row.contains(activeElement));
}

/**
 * Moves the focus to the link of the next row, or of the previous one. Without a current row, the first one
 * that is in the window is next. Returns whether there was one to move to.
 */
export function moveToRow(step: 1 | -1): boolean {
  const rows = rowsOfPage();
  const { activeElement } = document;
  const current = rows.findIndex((row) => row.contains(activeElement));
  const next =
    current >= 0
      ? rows[current + step]
      : rows.find((row) => row.getBoundingClientRect().bottom > 0 && step > 0);
  const link = next && linkOf(next);
  link?.focus();
  return link !== undefined && link !== null;
}

/** Follows the link of the row that has the focus. Returns whether there is one. */
export function openRow(): boolean {
  const row = currentRow();
  const link = row && linkOf(row);
  link?.click();
  return link !== undefined && link !== null;
}
