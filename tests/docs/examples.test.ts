import { describe, expect, it } from "vitest";
import { readSeed } from "../../src/ingest/read-seed.ts";
import { readPageHead } from "../../src/notes/page-head.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import { ownLexicon } from "../../src/schemas/lexicon.ts";
import { parseYaml } from "../../src/schemas/parse-yaml.ts";
import { site } from "../../src/schemas/site.ts";
import { topicsOverlay } from "../../src/schemas/topic.ts";
import { blocksOf, pages } from "./pages.ts";

const examples = pages.flatMap((page) => blocksOf(page, "yaml"));
const exampleWith = (start: RegExp) => examples.filter((text) => start.test(text));

describe("the examples in the documentation", () => {
  it("are all of a kind that is tested here", () => {
    expect(
      examples.filter((text) => !/^(?:title:|---\n|topics:|terms:|- title:)/.test(text)),
    ).toEqual([]);
  });

  it("of settings are valid, and show every setting", () => {
    const [text = ""] = exampleWith(/^title:/);
    const { value, messages } = parseYaml("content/site.yaml", text, site);
    expect(messages).toEqual([]);
    const shown = (name: string) => new RegExp(`^\\s*${name}:`, "m").test(text);
    const settings = [...Object.keys(value ?? {}), ...Object.keys(value?.sources ?? {})];
    expect(settings.filter((name) => !shown(name))).toEqual([]);
    expect(Object.keys(value ?? {}).length).toBeGreaterThan(8);
  });

  it("of notes are valid", () => {
    const notes = exampleWith(/^---\n(?!title:)/).map((text) =>
      parseNote({ path: "content/notes/2510.01171.mdx", text }),
    );
    expect(notes.flatMap(({ messages }) => messages)).toEqual([]);
    expect(notes.map(({ value }) => value?.data)).toMatchObject([
      { status: "read", rating: 4 },
      { corrections: { authors: ["Ada Lovelace"] } },
    ]);
  });

  it("of pages are valid", () => {
    const heads = exampleWith(/^---\ntitle:/).map((text) =>
      readPageHead("content/pages/a.mdx", text),
    );
    expect(heads.flatMap(({ messages }) => messages)).toEqual([]);
    expect(heads).toMatchObject([{ title: "Talks and slides" }]);
  });

  it("of topics are valid", () => {
    const [text = ""] = exampleWith(/^topics:/);
    expect(parseYaml("content/topics.yaml", text, topicsOverlay).messages).toEqual([]);
  });

  it("of the lexicon are valid", () => {
    const [text = ""] = exampleWith(/^terms:/);
    expect(parseYaml("content/lexicon.yaml", text, ownLexicon).value?.off).toEqual([
      "web of links",
    ]);
  });

  it("of papers in YAML are read without a message, and every field is kept", () => {
    const [text = ""] = exampleWith(/^- title:/);
    const bytes = new TextEncoder().encode(text);
    const { value, messages } = readSeed({ path: "seeds/mine.yaml", bytes }, { seedYears: {} });
    expect(messages).toEqual([]);
    expect(value).toMatchObject([
      {
        title: "Bounds on $L^2$",
        authors: [{ name: "Ada Lovelace" }, { name: "Charles Babbage" }],
        listed: "2025-11-13",
        venue: { name: "Journal of Bounds" },
      },
    ]);
  });
});
