import { everythingOn } from "../load-library.ts";
import { thisDevice } from "./this-device.ts";

/** Ids of the papers that the visitor saved; none where the storage is blocked. */
export function savedIds(): ReadonlySet<string> {
  return idsWhere("saved");
}

/** Ids of the papers that the visitor marked read. */
export function readIds(): ReadonlySet<string> {
  return idsWhere("read");
}

function idsWhere(mark: "saved" | "read"): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [id, kept] of everythingOn(thisDevice).papers) {
    if (kept[mark] !== undefined) ids.add(id);
  }
  return ids;
}
