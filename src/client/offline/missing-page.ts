import { listVisitedPages } from "./list-visited-pages.ts";
import { siteRoot } from "./site-root.ts";

/** The page shown in place of one that is not on this device. It lists the pages that are. */
const root = siteRoot();
if (root) void listVisitedPages(root);
