import type { Site } from "../src/schemas/site.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";
import { type Workspace, workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";

/** A project with its settings; settings with a fault are an error that says what is wrong. */
export function openWorkspace(root: string): { workspace: Workspace; site: Site } {
  const workspace = workspaceAt(root);
  const { value, messages } = readSite(workspace);
  if (!value) throw new Error(`the settings are not valid:\n${describeMessages(messages)}`);
  return { workspace, site: value };
}
