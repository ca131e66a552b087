import type { Addresses } from "../../archive/addresses.ts";
import { type OpenSearch, openSearch } from "../../search/engine/open-search.ts";
import { readIds, savedIds } from "../library/ui/marked-ids.ts";
import { readPart } from "./read-part.ts";

/** The site's search index, which is opened by the first search. */
export interface SearchIndex {
  open: () => Promise<OpenSearch>;
  /** Whether it is open or being opened. */
  isOpen: () => boolean;
  /** Makes the next search open it again. */
  close: () => void;
}

/** The index at the site's addresses. */
export function createSearchIndex({ file }: Pick<Addresses, "file">): SearchIndex {
  let index: Promise<OpenSearch> | undefined;
  const close = () => {
    index = undefined;
  };
  return {
    open: () => {
      index ??= openSearch(readPart(file), { saved: savedIds, read: readIds });
      // After a failure, the next search tries again.
      index.catch(close);
      return index;
    },
    isOpen: () => index !== undefined,
    close,
  };
}
