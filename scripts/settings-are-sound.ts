import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { printMessages } from "./say.ts";

/** Whether the owner's settings have no error; prints the messages if they do. Ingest prints warnings. */
export function settingsAreSound(root: string): boolean {
  const { messages } = readSite(workspaceAt(root));
  if (messages.every(({ severity }) => severity !== "error")) return true;
  printMessages(messages, { verbose: true });
  console.error("Nothing was read or built. Fix the settings first.");
  return false;
}
