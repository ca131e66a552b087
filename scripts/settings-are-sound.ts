import { describeMessages } from "../src/workspace/describe-messages.ts";
import { overridesOf } from "../src/workspace/overrides.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";

/** Whether content/site.yaml can be read; says what is wrong with it where it cannot. */
export function settingsAreSound(root: string): boolean {
  const { value, messages: ofSite } = readSite(workspaceAt(root));
  const { messages: ofOverrides } = overridesOf({ root });
  const messages = [...ofSite, ...ofOverrides];
  if (value && messages.length === 0) return true;
  console.error(describeMessages(messages, { verbose: true }));
  console.error("Nothing was read or built: the settings come first.");
  return false;
}
