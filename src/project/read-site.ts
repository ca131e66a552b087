import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Message } from "../schemas/message.ts";
import { type Parsed, parseYaml } from "../schemas/parse-yaml.ts";
import { type Site, site } from "../schemas/site.ts";
import type { Project } from "./paths.ts";

/** The owner's settings; every one has a default, and so has the file. */
export function readSite({ root, siteFile }: Project): Parsed<Site> {
  if (!existsSync(siteFile)) return { value: site.parse({}), messages: [], lineOf: () => 1 };
  return parseYaml(relative(root, siteFile), readFileSync(siteFile, "utf8"), site);
}

/** As readSite, for places that cannot go on without settings. */
export function siteOrThrow(project: Project, describe: (message: Message) => string): Site {
  const { value, messages } = readSite(project);
  if (value) return value;
  throw new Error(messages.map(describe).join("\n"));
}
