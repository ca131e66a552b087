import { existsSync } from "node:fs";
import { interfaceLanguage, interfaceLanguages } from "../i18n/languages.ts";
import type { Message } from "../schemas/message.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
import { report, untranslatedLanguage } from "../schemas/rules.ts";
import { type Site, site } from "../schemas/site.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";

/** The owner's settings, if the file is valid, and messages about them. */
export interface SiteSettings {
  value?: Site | undefined;
  messages: Message[];
  /** The line of a setting in the file by its path. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads `content/site.yaml`. Every setting has a default, so the file may be missing. */
export function readSite({ root, siteFile }: Workspace): SiteSettings {
  if (!existsSync(siteFile)) return { value: site.parse({}), messages: [], lineOf: () => 1 };
  const { file, text, messages } = readText(root, siteFile);
  if (messages.length > 0) return { messages, lineOf: () => 1 };
  const settings = parseYaml(file, text, site);
  const language = settings.value?.language ?? "en";
  if (!settings.value || interfaceLanguage(language)) return settings;
  return {
    value: { ...settings.value, language: "en" },
    messages: [unknownLanguage(language, file, settings.lineOf(["language"]))],
    lineOf: settings.lineOf,
  };
}

function unknownLanguage(language: string, file: string, line: number): Message {
  const known = Object.entries(interfaceLanguages).map(([tag, name]) => `${tag} (${name})`);
  return report(untranslatedLanguage, { language, known }, { file, line });
}

/** The owner's settings; throws with all messages if the file is invalid. */
export function siteOrThrow(workspace: Workspace, describe: (message: Message) => string): Site {
  const { value, messages } = readSite(workspace);
  if (value) return value;
  throw new Error(messages.map(describe).join("\n"));
}
