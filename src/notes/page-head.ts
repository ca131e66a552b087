import { closest } from "fastest-levenshtein";
import { z } from "zod";
import { defined } from "../schemas/defined.ts";
import type { Message } from "../schemas/message.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
import {
  gitConflict,
  invalidPage,
  invalidYaml,
  pageWithoutTitle,
  report,
} from "../schemas/rules.ts";
import { splitFrontmatter } from "../text/frontmatter.ts";

const known = {
  title: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  /** Former addresses of the page, which redirect to it. */
  aliases: z.array(z.string().min(1)).optional(),
};
const pageHead = z.looseObject(known);
const lenient = z.looseObject({
  title: known.title.catch(undefined),
  description: known.description.catch(undefined),
  aliases: known.aliases.catch(undefined),
});

/** The frontmatter of an owner's page, as far as it can be read. */
export interface PageHead {
  title?: string;
  description?: string;
  /** Former addresses of the page, as the owner writes them. */
  aliases?: string[];
  /** The frontmatter with its fences; empty if there is none or it is not YAML. */
  yaml: string;
  messages: Message[];
}

/** Reads the frontmatter of an owner's page, and reports a missing title. */
export function readPageHead(file: string, text: string): PageHead {
  const { yaml } = splitFrontmatter(text);
  if (yaml === undefined) return { yaml: "", messages: [noTitle(file, [])] };
  // The empty line stands for the opening fence, so that messages count lines as the file does.
  const { value, messages } = parseYaml(file, `\n${yaml}`, pageHead, invalidPage);
  if (messages.some(({ rule }) => [invalidYaml.name, gitConflict.name].includes(rule))) {
    const written = /^title[ \t]*:(.+)$/m.exec(yaml)?.[1]?.trim();
    const title = written?.replace(/^(["'])(.*)\1?$/, "$2").replace(/["']$/, "");
    return { yaml: "", messages, ...defined({ title: title || undefined }) };
  }
  const read = value ?? parseYaml(file, yaml, lenient).value ?? {};
  const lacking = value && value.title === undefined ? [noTitle(file, Object.keys(value))] : [];
  return {
    yaml: `---\n${yaml}---\n`,
    messages: [...messages, ...lacking],
    ...defined({ title: read.title, description: read.description, aliases: read.aliases }),
  };
}

function noTitle(file: string, keys: string[]): Message {
  const similar = keys.length > 0 ? closest("title", keys) : undefined;
  return report(pageWithoutTitle, { similar }, { file, line: 1 });
}
