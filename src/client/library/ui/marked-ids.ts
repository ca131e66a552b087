import { loadLibrary } from "../load-library.ts";
import { thisLibrary } from "./this-library.ts";

/** Ids of the papers that the reader has saved. Empty where storage is blocked. */
export function savedIds(): ReadonlySet<string> {
  return idsMarked("saved");
}

/** Ids of the papers that the reader has marked as read. */
export function readIds(): ReadonlySet<string> {
  return idsMarked("read");
}

function idsMarked(mark: "saved" | "read"): ReadonlySet<string> {
  const papers = [...loadLibrary(thisLibrary).papers];
  return new Set(papers.filter(([, paper]) => paper[mark] !== undefined).map(([id]) => id));
}
