import { openDevice } from "../device.ts";

/** What this browser keeps for this archive. */
export const thisDevice = openDevice(() => window.localStorage, import.meta.env.BASE_URL);

/** Ids of the papers that the visitor saved; none where the storage is blocked. */
export function savedIds(): ReadonlySet<string> {
  return idsWhere("saved");
}

/** Ids of the papers that the visitor marked read. */
export function readIds(): ReadonlySet<string> {
  return idsWhere("read");
}

const marked = "offprint:marked";

/** Tells the page that a paper's mark changed here. */
export function tellMarked(): void {
  document.dispatchEvent(new Event(marked));
}

/** Calls back when a paper's mark was changed on this page. */
export function onMarked(changed: () => void): void {
  document.addEventListener(marked, changed);
}

/** Calls back when another tab changed something, or this page returns from the browser's cache. */
export function onChangeElsewhere(changed: () => void): void {
  window.addEventListener("storage", ({ key }) => {
    if (thisDevice.owns(key)) changed();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) changed();
  });
}

function idsWhere(mark: "saved" | "read"): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [id, kept] of thisDevice.all().papers) if (kept[mark] !== undefined) ids.add(id);
  return ids;
}
