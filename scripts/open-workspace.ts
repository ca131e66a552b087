import type { Site } from "../src/schemas/site.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";
import { type Project, projectAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";

/** A project with its settings; settings with a fault are an error that says what is wrong. */
export function openProject(root: string): { project: Project; site: Site } {
  const project = projectAt(root);
  const { value, messages } = readSite(project);
  if (!value) throw new Error(`the settings come first:\n${describeMessages(messages)}`);
  return { project, site: value };
}
