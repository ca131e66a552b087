import { existsSync } from "node:fs";
import type { Message } from "../schemas/message.ts";
import { type Parsed, parseYaml } from "../schemas/parse-yaml.ts";
import { type Site, site } from "../schemas/site.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";

/** The owner's settings. Every setting has a default, and the file is optional. */
export function readSite({ root, siteFile }: Workspace): Parsed<Site> {
  if (!existsSync(siteFile)) return { value: site.parse({}), messages: [], lineOf: () => 1 };
  const { file, text, messages } = readText(root, siteFile);
  return messages.length > 0 ? { messages, lineOf: () => 1 } : parseYaml(file, text, site);
}

/** The owner's settings, or an error that lists what is wrong with them. */
export function siteOrThrow(workspace: Workspace, describe: (message: Message) => string): Site {
  const { value, messages } = readSite(workspace);
  if (value) return value;
  throw new Error(messages.map(describe).join("\n"));
}
