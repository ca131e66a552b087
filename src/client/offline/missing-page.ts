import { listPagesRead } from "./list-visited-pages.ts";
import { siteRoot } from "./site-root.ts";

/** The page shown in the place of one that is not on this device: what can be read instead. */
const root = siteRoot();
if (root) void listPagesRead(root);
