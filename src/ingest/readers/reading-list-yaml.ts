import { isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { z } from "zod";
import { describeIssue } from "../../schemas/describe-issue.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import { venue } from "../../schemas/paper.ts";
import { publicationOf, realDay } from "../../text/dates.ts";
import { sourceLinks } from "../../text/links.ts";
import type { RawPaper } from "../raw-paper.ts";
import type { Reader } from "./reader.ts";
import { referencePaper } from "./reference.ts";
import { atMost, recordWithoutTitle } from "./reports.ts";

const format = "reading-list-yaml";

const words = z.union([z.array(z.string()), z.string().transform((text) => text.split(/[,;]\s*/))]);
/** A paper as an owner writes it by hand. */
const item = z.strictObject({
  title: z.string().optional(),
  arxiv: z.string().optional(),
  doi: z.string().optional(),
  url: z.string().optional(),
  /** A list, or one text: `Ada Byron, Emmy Noether and Sofja Kowalewskaja`. */
  authors: z
    .union([
      z.array(z.string()),
      z.string().transform((text) => text.split(/\s*,\s*(?:and\s+)?|\s+and\s+/)),
    ])
    .optional(),
  abstract: z.string().optional(),
  /** A year, a month or a day: `2025`, `2025-10`, `2025-10-01`. */
  published: z
    .string()
    .regex(/^\d{4}(-\d\d){0,2}$/, "a day, month or year, such as 2025-10-01, 2025-10 or 2025")
    .optional(),
  /** The day under which the paper is listed. */
  listed: z.iso.date("a day, such as 2025-11-13").optional(),
  keywords: words.optional(),
  /** Where it appeared: `{ kind: journal, name: Nature, volume: 12, number: 3, pages: 1-10 }`. */
  venue: z.strictObject(venue.shape).optional(),
  code: z.string().optional(),
  project: z.string().optional(),
  data: z.string().optional(),
});

/** Longer files are no person's, and reading them as YAML would take long. */
const longest = 5_000_000;
const start =
  /^[\s\uFEFF]*(?:---[^\S\n]*\n|%YAML[^\n]*\n|#[^\n]*\n|[^\S\n]*\n)*[^\S\n]*(?:papers\s*:\s*(?:#[^\n]*)?\n\s*)?(?:-\s+)?["']?(?:title|arxiv|doi|url|authors|published)["']?\s*:(?:\s|$)/i;

/** Papers written by hand in YAML: one, or a list of them, also under `papers:`. */
export const readingListYaml: Reader = {
  format,
  recognises: ({ text }) => start.test(text.slice(0, 5000).replace(/\r\n?/g, "\n")),
  read: ({ path: file, text }) => {
    if (text.length > longest) return { value: [], messages: [tooLong(file)] };
    // YAML knows no CR alone, which old editors end lines with.
    const { value, messages } = readYaml(file, text.replace(/\r\n?/g, "\n"));
    return { value, messages: atMost(file, messages) };
  },
};

function readYaml(file: string, text: string): Staged<RawPaper[]> {
  const lines = new LineCounter();
  // Every value stays the text that it is: as a number, arXiv's 2510.01170 would lose its zero.
  const options = {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "silent",
  } as const;
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(text, options);
  } catch {
    return { value: [], messages: [notYaml(file, 1, "it is nested too deeply")] };
  }
  const messages = document.errors.map(({ message, pos }) =>
    notYaml(file, lines.linePos(pos[0]).line, message),
  );
  const lineOf = (node: Node | undefined) => lines.linePos(node?.range?.[0] ?? 0).line;
  const value = nodesOf(document.contents).flatMap((node): RawPaper[] => {
    const record: unknown = node.toJS(document);
    return readItem(file, record, (path) => lineOf(nodeAt(node, path)), messages);
  });
  return { value, messages };
}

function nodesOf(contents: unknown): Node[] {
  const inner = isMap(contents) && contents.has("papers") ? contents.get("papers", true) : contents;
  if (isSeq(inner)) return inner.items.filter((one) => isMap(one) || isSeq(one));
  return isMap(inner) ? [inner] : [];
}

/** The node of a value, or the nearest one around it. */
function nodeAt(node: Node, path: readonly PropertyKey[]): Node {
  const [key, ...rest] = path;
  if (key === undefined || !(isMap(node) || isSeq(node))) return node;
  const inner: unknown = node.get(key, true);
  return typeof inner === "object" && inner !== null && "range" in inner
    ? nodeAt(inner as Node, rest)
    : node;
}

function readItem(
  file: string,
  record: unknown,
  lineAt: (path: readonly PropertyKey[]) => number,
  messages: Message[],
): RawPaper[] {
  const line = lineAt([]);
  const parsed = item.safeParse(record);
  const faults = (parsed.error?.issues ?? []).flatMap((issue) =>
    describeIssue(issue, record, item),
  );
  messages.push(
    ...faults.map(({ path, reason, hint }) => ({
      rule: "bad-field",
      severity: "error" as const,
      reason: `${reason} The paper is read without it.`,
      place: { file, line: lineAt(path) },
      hint: hint ?? "Mend the field, or delete it.",
    })),
  );
  const wrong = new Set(faults.map(({ path }) => path[0]));
  const sound = parsed.success ? parsed : item.safeParse(withoutKeys(record, wrong));
  const { title = "", published, listed, keywords, authors = [], ...facts } = sound.data ?? {};
  const paper = referencePaper(
    {
      title,
      abstract: facts.abstract,
      authors: authors.map((name) => ({ name: name.trim() })).filter(({ name }) => name !== ""),
      date: publicationOf(published ?? ""),
      eprint: facts.arxiv?.replace(/^.*\/(?=[\d.]+(?:v\d+)?$)/, ""),
      doi: facts.doi,
      urls: [facts.url],
      remarks: [facts.arxiv],
      ...(facts.venue ? { venue: facts.venue } : {}),
      ...(keywords ? { keywords } : {}),
    },
    { format, file, line },
  );
  if (title.trim() === "" && !paper.ids.arxiv && !paper.ids.doi) {
    messages.push(recordWithoutTitle(file, line, "This paper"));
    return [];
  }
  const day = realDay(listed);
  const links = [
    ...sourceLinks("code", facts.code),
    ...sourceLinks("project", facts.project),
    ...sourceLinks("data", facts.data),
    ...paper.links,
  ];
  return [{ ...paper, links, ...(day ? { listed: day } : {}) }];
}

function withoutKeys(record: unknown, keys: Set<PropertyKey | undefined>): unknown {
  if (typeof record !== "object" || record === null) return {};
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)));
}

function notYaml(file: string, line: number, reason: string): Message {
  return {
    rule: "yaml",
    severity: "error",
    reason: `This is not valid YAML: ${reason}`,
    place: { file, line },
    hint: "Check the indentation, and put quotes around a text with a colon in it.",
  };
}

function tooLong(file: string): Message {
  return {
    rule: "too-large",
    severity: "error",
    reason: "This list is longer than any that is written by hand, and was not read.",
    place: { file },
    hint: "Part it into several files.",
  };
}
