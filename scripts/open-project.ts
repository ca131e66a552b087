import { describeMessages } from "../src/project/describe-messages.ts";
import { type Project, projectAt } from "../src/project/paths.ts";
import { readSite } from "../src/project/read-site.ts";
import type { Site } from "../src/schemas/site.ts";

/** A project with its settings; settings with a fault are an error that says what is wrong. */
export function openProject(root: string): { project: Project; site: Site } {
  const project = projectAt(root);
  const { value, messages } = readSite(project);
  if (!value) throw new Error(`the settings come first:\n${describeMessages(messages)}`);
  return { project, site: value };
}
