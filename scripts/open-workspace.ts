import type { Site } from "../src/schemas/site.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";
import { type Workspace, workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";

/** A workspace with its settings. Throws an Error that says what is wrong with the settings. */
export function openWorkspace(root: string): { workspace: Workspace; site: Site } {
  const workspace = workspaceAt(root);
  const { value, messages } = readSite(workspace);
  if (!value) throw new Error(`the settings are not valid:\n${describeMessages(messages)}`);
  return { workspace, site: value };
}
