import { describeMessages } from "../src/workspace/describe-messages.ts";
import { overridesOf } from "../src/workspace/overrides.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";

/**
 * Whether the owner's settings and overrides have no error; prints the messages if they do. Warnings
 * alone are printed by ingest.
 */
export function settingsAreSound(root: string): boolean {
  const { messages: ofSite } = readSite(workspaceAt(root));
  const { messages: ofOverrides } = overridesOf({ root });
  const messages = [...ofSite, ...ofOverrides];
  if (messages.every(({ severity }) => severity !== "error")) return true;
  console.error(describeMessages(messages, { verbose: true }));
  console.error("Nothing was read or built. Fix the settings first.");
  return false;
}
