import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import type { RawPaper, SeedFile } from "../../ingest/raw-paper.ts";
import { readSeed } from "../../ingest/read-seed.ts";
import { type ListedPaper, nameOf } from "../../ingest/readers/lists/listed-paper.ts";
import { readLinks, readList } from "../../ingest/readers/lists/read-list.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import { unknownFormat } from "../../schemas/rules.ts";
import { addressPart } from "../../text/address-part.ts";
import { decode } from "../../text/decode.ts";
import type { PaperTarget } from "../../text/paper-target.ts";
import { slugOf } from "../../text/slug.ts";
import { unpacked } from "../unpack.ts";
import { messagesOf, notesOf } from "./messages-of.ts";
import type { NewSeed } from "./plan-seed.ts";

/** The most papers of a list that are fetched, to spare the hosts: of the owner's lists, and of others'. */
const mostListed = 2000;
const mostOfOthers = 100;

/** The contents of a file to be added. */
export interface FileToAdd {
  /** The file as a seed. */
  seed: NewSeed;
  /** The number of papers that it describes. */
  papers: number;
  /** Papers of which it has only the id, each with its line. They are fetched. */
  listed: { asked: string; target: PaperTarget; line: number }[];
  failures: string[];
  /** What a list has beside papers. */
  notes: string[];
}

/** What a file has: papers with their titles, and papers by their ids. */
interface Contents {
  described: readonly RawPaper[];
  listed: readonly ListedPaper[];
  messages: Message[];
}

/**
 * Reads a file to be added: papers in a format that seeds have, or a list of papers as people keep them. With
 * `onlyIds`, nothing is taken from it but ids, whatever it looks like: it may be a text of other people.
 */
export async function openFile(
  asked: string,
  path: string,
  { onlyIds = false }: { onlyIds?: boolean } = {},
): Promise<FileToAdd> {
  const bytes = await readFile(path);
  const most = onlyIds ? mostOfOthers : mostListed;
  const { described, listed, messages } = onlyIds
    ? idsOf({ path: asked, bytes })
    : contentsOf(unpacked(asked, bytes));
  const failures = messagesOf(messages);
  const isWhole = failures.length === 0;
  if (listed.length > most) {
    const [all, first] = [listed.length, most].map((count) => count.toLocaleString("en"));
    failures.push(`it lists ${all} papers, of which the first ${first} were taken. Split the list`);
  }
  if (described.length + listed.length + failures.length === 0) {
    failures.push("no papers were found in it");
  }
  return {
    seed: {
      name: `added/${seedName(path)}`,
      bytes,
      records: described,
      isWhole,
      from: resolve(path),
    },
    papers: described.length,
    listed: listed
      .slice(0, most)
      .map(({ target, line }) => ({ asked: nameOf(target), target, line })),
    failures,
    notes: notesOf(messages),
  };
}

/** The papers that a text names, and nothing else of it. */
function idsOf({ path, bytes }: SeedFile): Contents {
  const { text, messages: decoding } = decode(path, bytes);
  const { value, messages } = readLinks({ path, text });
  return { described: [], listed: value, messages: [...decoding, ...messages] };
}

function contentsOf(file: SeedFile): Contents {
  const { text, messages: decoding } = decode(file.path, file.bytes);
  const list = readList({ path: file.path, text });
  if (list) {
    const messages = [...(file.messages ?? []), ...decoding, ...list.messages];
    return { described: [], listed: list.value, messages };
  }
  const seed = readSeed(file, { seedYears: {} });
  const described = seed.value.filter(({ title }) => title !== "");
  if (described.length > 0)
    return { described, listed: listedIn(seed.value), messages: seed.messages };
  return { described: [], ...listOf(seed, text, file.path) };
}

/** The papers of a text without any titles: those of a list of ids, or all that it links to. */
function listOf({ value, messages }: Staged<RawPaper[]>, text: string, path: string) {
  const isUnknown = value.length === 0 && messages.some(({ rule }) => rule === unknownFormat.name);
  const isIdList = value.length > 0 && value.every(({ source }) => source.format === "id-list");
  if (!isUnknown && !isIdList) return { listed: listedIn(value), messages };
  const links = readLinks({ path, text });
  if (isUnknown) {
    // A text that links to no paper is in none of the formats, which says more than its links.
    if (links.value.length === 0) return { listed: [], messages };
    const others = messages.filter(({ rule }) => rule !== unknownFormat.name);
    return { listed: links.value, messages: [...others, ...links.messages] };
  }
  const listed = listedIn(value);
  const isMarkdown = /\]\(https?:/.test(text);
  const isMore = links.value.length > listed.length;
  if (isMarkdown && links.value.length >= listed.length) {
    return { listed: links.value, messages: links.messages };
  }
  if (!isMore) return { listed, messages };
  // Lines of a list of ids that name no paper are mistakes.
  const lines = new Set(links.value.map(({ line }) => line));
  const rest = messages.filter(({ place }) => !lines.has(place?.line ?? 0));
  return { listed: links.value, messages: rest };
}

/** The papers of which a seed has only the id. */
function listedIn(papers: readonly RawPaper[]): ListedPaper[] {
  return papers.flatMap(({ title, ids: { arxiv, doi }, source: { line } }): ListedPaper[] => {
    if (title !== "") return [];
    if (arxiv !== undefined) return [{ target: { kind: "arxiv", id: arxiv }, line }];
    return doi === undefined ? [] : [{ target: { kind: "doi", doi }, line }];
  });
}

/** A file name that every system allows. A README gets another name, because it would not be read. */
function seedName(path: string): string {
  const ending = extname(path).toLowerCase();
  const name = addressPart(slugOf(basename(path, extname(path)).replaceAll("_", " ")) || "seed");
  return `${/^readme/i.test(name) ? `seed-${name}` : name}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ""}`;
}
