import { defined } from "../../schemas/defined.ts";
import { serveBeside } from "./serve.ts";

/**
 * A process beside the one that makes the pages. Its parameters are the workspace, the folder for the
 * search index, and that of the last site if it is as it was built. It ends with the process that started it, however that ends.
 */
const [, , root = "", folder = "", lastSite] = process.argv;

process.once("disconnect", () => process.exit());
await serveBeside({ root, folder, ...defined({ lastSite }) });
