import fc from "fast-check";
import { z } from "zod";
import { citationOf } from "../../src/archive/citations/citation-of.ts";
import { citationFormats } from "../../src/archive/citations/index.ts";
import { renderMarkdown, renderTitle } from "../../src/archive/render-markdown.ts";
import { checkEntry } from "../../src/ingest/check-entry.ts";
import { cleanField } from "../../src/ingest/clean-field.ts";
import { stateOfFile } from "../../src/ingest/entry-file.ts";
import { readSeed } from "../../src/ingest/read-seed.ts";
import { toMdx } from "../../src/ingest/to-mdx.ts";
import { noteNames } from "../../src/notes/note-text.ts";
import { publishNote } from "../../src/notes/publish-note.ts";
import type { Message } from "../../src/schemas/message.ts";
import { parseYaml } from "../../src/schemas/parse-yaml.ts";
import { buildIndex } from "../../src/search/index/build-index.ts";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import { parseChecksums } from "../../src/workspace/checksums.ts";
import { allThere } from "../fixtures/needed-files.ts";
import { entry, record, topicPaper } from "../fixtures/papers.ts";
import { framed, texts } from "./texts.ts";

/** Something that must be true of every text. `check` throws an error if it is not. */
export interface FuzzProperty {
  name: string;
  /** What `check` gets. It can be written as JSON. */
  values: fc.Arbitrary<string[]>;
  check: (value: string[]) => void;
}

function ensure(isTrue: boolean, why: string): asserts isTrue {
  if (!isTrue) throw new Error(why);
}

function checkMessages(messages: readonly Message[]): void {
  for (const { rule, reason, place } of messages) {
    ensure(reason !== "", `${rule} has no reason`);
    ensure(place !== undefined, `${rule} has no place`);
  }
}

const one = texts.map((text) => [text]);
const two = fc.tuple(texts, texts).map(([title, abstract]) => [title, abstract]);

/** Every property, by what it is about. */
export const properties: readonly FuzzProperty[] = [
  {
    name: "readers",
    values: framed.map((text) => [text]),
    check: ([text = ""]) => {
      const seed = { path: "seeds/a.txt", bytes: new TextEncoder().encode(text) };
      const { value, messages } = readSeed(seed, { seedYears: {} });
      checkMessages(messages);
      ensure(value.length > 0 || messages.length > 0, "nothing was read, and no message says so");
      for (const { source } of value) ensure(source.line > 0, "a record has no line");
    },
  },
  {
    name: "cleaning",
    values: one,
    check: ([text = ""]) => {
      const words = cleanField(text);
      ensure(!/[\n\r\t]| {2}/.test(words), "clean words are not on one line");
      ensure(words === words.trim(), "clean words have spaces around them");
      ensure(words.isWellFormed(), "clean words have half a character");
    },
  },
  {
    name: "entries",
    values: two,
    check: ([title = "", abstract = ""]) => {
      // A paper whose title has no visible character is left out, with a message.
      if (record({ title }).titleText === "") return;
      const paper = topicPaper({ title, abstract });
      const made = toMdx(paper);
      ensure(stateOfFile(made.text) === "made", "the entry is not recognised as made");
      const [fault] = checkEntry(made, paper);
      ensure(fault === undefined, fault?.reason ?? "");
      ensure(toMdx(paper).text === made.text, "the entry has other bytes the second time");
    },
  },
  {
    name: "pages",
    values: one,
    check: ([text = ""]) => {
      for (const { html } of [renderMarkdown(text), renderTitle(text)]) {
        ensure(!/<(?:script|img|iframe|style|base|meta|form|object)\b/i.test(html), "an element");
        ensure(
          !/\s(?:href|src)="(?:javascript|data|vbscript):/i.test(html),
          "an address that runs",
        );
      }
    },
  },
  {
    name: "citations",
    values: two,
    check: ([title = "", name = ""]) => {
      // A schema lets no empty title and no empty name so far.
      const facts = {
        title: title || "A",
        titleText: title || "A",
        authors: [{ name: name || "B" }],
      };
      const citation = citationOf({ ...entry({ id: "a" }), ...facts }, { abstract: name });
      for (const format of citationFormats) {
        const made = format.write([citation]);
        if (format.extension === "json") JSON.parse(made);
        if (format.extension === "ris") {
          const ends = made.split(/\r\n|[\r\n]/).filter((line) => line.startsWith("ER  -"));
          ensure(ends.length === 1, "one paper makes more than one record");
        }
        if (format.extension === "bib") {
          const starts = made.split("\n").filter((line) => line.startsWith("@"));
          ensure(starts.length === 1, "one paper makes more than one entry");
        }
      }
    },
  },
  {
    name: "queries",
    values: one,
    check: ([text = ""]) => {
      const { faults } = parseQuery(text);
      for (const { start, end, message } of faults) {
        ensure(start >= 0 && start <= end && end <= text.length, "a fault is outside the query");
        ensure(message !== "", "a fault has no message");
      }
    },
  },
  {
    name: "search index",
    values: two,
    check: ([title = "", abstract = ""]) => {
      const source = { paper: entry({ id: "a" }), title, abstract, notes: "" };
      const { titleEnd, bodyEnd } = buildIndex([source], (id) => id).columns;
      ensure((titleEnd[0] ?? 1) <= (bodyEnd[0] ?? 0), "the positions are not in order");
    },
  },
  {
    name: "notes",
    values: one,
    check: ([text = ""]) => {
      const rules = { components: ["Aside"], code: false };
      const context = { rules, names: noteNames([], (id) => id), files: allThere };
      checkMessages(publishNote({ path: "content/notes/a.mdx", text }, context).messages);
    },
  },
  {
    name: "settings",
    values: one,
    check: ([text = ""]) => {
      checkMessages(
        parseYaml("content/site.yaml", text, z.record(z.string(), z.unknown())).messages,
      );
    },
  },
  {
    name: "checksums",
    values: one,
    check: ([text = ""]) => {
      const digest = "0".repeat(64);
      const { sums } = parseChecksums(`${digest}  ${text}\n`);
      for (const path of sums.keys())
        ensure(!/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]/.test(path), "a path leads out");
    },
  },
];
