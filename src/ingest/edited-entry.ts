import { CORE_SCHEMA, load } from "js-yaml";
import type { z } from "zod";
import { inlineParagraphs, titleContent } from "../archive/inline-content.ts";
import { blockMarkdown, inlineMarkdown } from "../archive/write-markdown.ts";
import { corrections } from "../schemas/note.ts";
import { paper } from "../schemas/paper.ts";
import { soundTexts } from "../schemas/sound-texts.ts";
import { splitFrontmatter } from "../text/frontmatter.ts";
import { clean } from "./clean.ts";
import { rawPaper } from "./raw-paper.ts";
import { isObject } from "./readers/json/seed-json.ts";
import { restoreMath } from "./restore-math.ts";

/** How an entry that a person edited differs from the one that its sources give. */
export interface Edit {
  /** The line for a note's frontmatter that keeps the edit; absent if a note can keep nothing of it. */
  correction?: string;
  /** Fields that a note can correct. */
  kept: string[];
  /** Fields that differ and that no note can correct. */
  others: string[];
  /** Fields that differ and are made of something else, which is named. */
  derived: { name: string; from: string }[];
  /** Fields that entries do not have. */
  unknown: string[];
}

// Texts of notes are cleaned like those of sources: TeX escapes count in them, those of Markdown do not.
const escapes = [/\\([<>|~:.])/g, /\\([<>|~:.*[\]])/g, /\\([<>|~:.*_[\]{}])/g];

type Fields = Record<string, unknown>;

// Facts of an entry that notes do not correct.
const onlyOfSources = [
  "publishedIn",
  "reference",
  "citationKey",
  "added",
  "keywords",
  "categories",
  "collections",
  "annotation",
  "aliases",
];

/** What the derived fields of an entry are made of. */
const derivedFrom = {
  id: "ids and title",
  titleText: "title",
  inferred: "the dates in the source",
  math: "the formulas in title and abstract",
  original: "the abstract in the source",
  originalTitle: "the title in the source",
  sources: "the seeds",
  schemaVersion: "the version of Offprint",
};

const evidenceOfTopics = {
  name: "the scores and evidence of topics",
  from: "title, abstract and keywords",
};

/** An entry as it is compared: topics are their ids in `fields`. */
interface Read {
  fields: Fields;
  /** Topics with scores and evidence. */
  topics: unknown;
}

/** Compares an edited entry with the entry of its sources. Undefined if it cannot be read. */
export function editOf(edited: string, made: string): Edit | undefined {
  const [own, sources] = [readFields(edited), readFields(made)];
  return own && sources ? difference(own, sources) : undefined;
}

function difference({ fields: own, topics }: Read, { fields: sources, topics: found }: Read): Edit {
  const kept: Fields = {};
  const others = onlyOfSources.filter((name) => !isSame(own[name], sources[name]));
  for (const name of Object.keys(corrections.shape)) {
    if (name === "formulas" || isSame(own[name], sources[name])) continue;
    const value = correctionOf(name, own, sources);
    if (value !== undefined && corrections.safeParse({ [name]: value }).success) kept[name] = value;
    else others.push(name);
  }
  const names = Object.keys(kept);
  const known = new Set<string>(["abstract", ...Object.keys(paper.shape)]);
  const isSameTopics = !names.includes("topics") && !others.includes("topics");
  return {
    ...(names.length > 0 ? { correction: `corrections: ${JSON.stringify(kept)}` } : {}),
    kept: names,
    others,
    derived: [
      ...Object.entries(derivedFrom).flatMap(([name, from]) =>
        isSame(own[name], sources[name]) ? [] : [{ name, from }],
      ),
      ...(isSameTopics && !isSame(topics, found) ? [evidenceOfTopics] : []),
    ],
    unknown: Object.keys(own).filter((name) => !known.has(name)),
  };
}

/** The fields of an entry as a note names them; topics are their ids, and authors without an id names. */
function readFields(entry: string): Read | undefined {
  const { yaml, body } = splitFrontmatter(entry.replace(/\r\n/g, "\n"));
  if (yaml === undefined) return undefined;
  let data: unknown;
  try {
    data = soundTexts(load(yaml, { schema: CORE_SCHEMA }));
  } catch {
    return undefined;
  }
  if (!isObject(data)) return undefined;
  const abstract = body.trim();
  const topics = listOf(data["topics"]);
  const fields = {
    ...data,
    ...(abstract === "" ? {} : { abstract }),
    topics: topics.map((topic) => (isObject(topic) ? topic["id"] : topic)),
    authors: listOf(data["authors"]).map(plainAuthor),
  };
  return { fields, topics };
}

function plainAuthor(author: unknown): unknown {
  const isName = isObject(author) && Object.keys(author).join() === "name";
  return isName ? author["name"] : author;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const lists = new Set(["authors", "links", "listed", "topics"] satisfies Names[]);
type Names = keyof z.infer<typeof corrections>;

/** What a note says for a field that the owner changed or removed. */
function correctionOf(name: string, own: Fields, sources: Fields): unknown {
  const value = own[name];
  if (name === "ids") {
    const [ids, known] = [value, sources[name]].map((one) => (isObject(one) ? one : {}));
    const names = ["arxiv", "doi"].filter((kind) => !isSame(ids?.[kind], known?.[kind]));
    return Object.fromEntries(names.map((kind) => [kind, ids?.[kind] ?? null]));
  }
  if (typeof value === "string" && (name === "title" || name === "abstract")) {
    return escapes
      .map((signs) => value.replace(signs, "$1"))
      .find((text) => asCleaned(name, text) === asWritten(name, value));
  }
  if (value !== undefined) return value;
  return [...lists].some((list) => list === name) ? [] : null;
}

/** The Markdown that a note's text becomes in an entry. */
function asCleaned(name: "title" | "abstract", text: string): string {
  const raw = rawPaper({ title: "", abstract: "", [name]: text, source: nowhere });
  const cleaned = clean(restoreMath(raw, { formulaConfidence: 1 }));
  return name === "title" ? inlineMarkdown(cleaned.title) : blockMarkdown(cleaned.abstract).trim();
}

/** The Markdown of an entry as an ingest writes it. */
function asWritten(name: "title" | "abstract", markdown: string): string {
  return name === "title"
    ? inlineMarkdown(titleContent(markdown))
    : blockMarkdown(inlineParagraphs(markdown)).trim();
}

const nowhere = { format: "note", file: "", line: 1 };

/** Whether two values of YAML say the same; the order of names and empty lists make no difference. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a) ?? []) === JSON.stringify(ordered(b) ?? []);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name])]));
}
