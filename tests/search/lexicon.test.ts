import { afterAll, describe, expect, it } from "vitest";
import {
  type LexiconPart,
  lexiconEntries,
  lexiconParts,
  lexiconWords,
  partsWithWord,
  readLexiconPart,
  termKeys,
  writeLexiconPart,
} from "../../src/search/index/lexicon.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readLexicon, readOwnLexicon } from "../../src/workspace/read-lexicon.ts";
import { readWordVectors } from "../../src/workspace/word-vectors.ts";
import { madeSearch } from "../fixtures/made-search.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const shipped = readLexicon(workspaceAt("."));
const everything = { occurrences: () => 1, frequent: new Set<string>() };

describe("the shipped lexicon", () => {
  it("is valid, and has thousands of names that lead to terms", () => {
    expect(shipped.messages).toEqual([]);
    const entries = lexiconEntries(shipped.value.terms, [], everything);
    expect(entries.length).toBeGreaterThan(5000);
  });

  it("has no term or name without a word to search for", () => {
    const names = Object.entries(shipped.value.terms).flatMap(([terms, others]) => [
      ...terms.split("|"),
      ...others,
    ]);
    const isSearchable = (name: string) => lexiconWords(name).some(({ stop }) => !stop);
    expect(names.filter((name) => !isSearchable(name))).toEqual([]);
  });

  it("has terms as papers write them, which lead to the keys of the index", () => {
    const withoutCompounds = {
      occurrences: (key: string) => (key === "chainofthought" || key === "onpolici" ? 0 : 1),
      frequent: new Set(["chain", "thought"]),
    };
    const terms = { "chain-of-thought": ["aloud"], "on-policy learning": ["as it goes"] };
    const entries = lexiconEntries(terms, [], withoutCompounds);
    const keysOf = (term: string) => termKeys(term, withoutCompounds.frequent);
    expect(entries).toEqual([
      ["aloud", "chain of thought"],
      ["as goe", "on policy learning"],
    ]);
    expect(entries.flatMap(([, ...found]) => found.map(keysOf))).toEqual([
      ["chainⴲthought"],
      ["polici", "learn"],
    ]);
    expect(termKeys("chain-of-thought", new Set())).toEqual(["chainofthought"]);
  });

  it("has the terms first that papers have most often", () => {
    const often = new Map([
      ["rate", 9],
      ["learn", 7],
      ["step", 4],
    ]);
    const index = { ...everything, occurrences: (key: string) => often.get(key) ?? 1 };
    const terms = { "step size": ["pace"], "learning rate | step": ["pace"], schedule: ["pace"] };
    expect(lexiconEntries(terms, [], index).find(([name]) => name === "pace")).toEqual([
      "pace",
      "learning rate",
      "step",
      "schedule",
      "step size",
    ]);
  });

  it("is found part by part", () => {
    const vectors = new Map([...readWordVectors()].filter((_, at) => at % 7 === 0));
    const entries = lexiconEntries(shipped.value.terms, [], everything);
    const { firstNames, groups } = lexiconParts(entries, vectors);
    const parts = groups.flat();
    expect(parts.flatMap(({ names }) => names)).toHaveLength(entries.length);
    expect(new Set(parts.flatMap((part) => part.vectors.map(([word]) => word)))).toEqual(
      new Set(vectors.keys()),
    );
    const files = parts.map(writeLexiconPart);
    const asLists = (part: LexiconPart) => ({
      ...part,
      vectors: part.vectors.map(([word, vector]) => [word, [...vector]]),
    });
    expect(files.map((file) => asLists(readLexiconPart(file)))).toEqual(parts.map(asLists));
    expect(Math.max(...files.map(({ length }) => length))).toBeLessThan(20_000);
    for (const [at, part] of parts.entries()) {
      for (const [name] of [...part.names, ...part.vectors]) {
        const [word = ""] = name.split(" ");
        expect(partsWithWord(firstNames, word)).toContain(at);
      }
    }
  });
});

describe("an owner's lexicon", () => {
  const withFile = async (text: string) => {
    const root = await workspaceWith({ "content/lexicon.yaml": text });
    return readOwnLexicon(workspaceAt(root));
  };

  it("adds terms and switches names off", async () => {
    const { value, messages } = await withFile(
      "terms:\n  varroa mite: [bee parasite]\n  LLM: [chatbot, parrot]\noff: [chatbot]\n",
    );
    expect(messages).toEqual([]);
    const entries = lexiconEntries(value.terms, value.off, everything);
    expect(entries).toEqual([
      ["bee parasit", "varroa mite"],
      ["parrot", "LLM"],
    ]);
  });

  it.each([
    ["terms:\n  varroa: bee killer\n", 2],
    ["terms:\n  varroa: []\n", 2],
    ["term:\n  varroa: [bee killer]\n", 2],
    ["terms:\n  varroa: [bee killer]\n  varroa: [mite]\n", 3],
  ])("with a mistake is named with its line and left out: %j", async (text, line) => {
    const { value, messages } = await withFile(text);
    expect(messages).toMatchObject([
      { severity: "error", place: { file: "content/lexicon.yaml", line } },
    ]);
    expect(value).toEqual({ terms: {}, off: [] });
  });

  it("names what leads to no term, since all of its words are common", async () => {
    const { messages } = await withFile("terms:\n  iteration:\n    - over and over\n");
    expect(messages).toMatchObject([
      { rule: "name-of-common-words", severity: "warning", place: { line: 3 } },
    ]);
  });
});

describe("a search with the lexicon", () => {
  const papers = [
    { id: "term", title: "Mitigating Hallucination", abstract: "Language models and facts." },
    { id: "typed", title: "Why people make things up", abstract: "A study of liars." },
    { id: "other", title: "Robots that walk", abstract: "Legs and motors in a laboratory." },
  ];
  const terms = {
    "hallucination | confabulation": ["make things up"],
    "legged locomotion": ["walk"],
  };
  const { ids, ask } = madeSearch(papers, {}, terms);

  it("finds papers by the field's term where no paper has all the words", async () => {
    expect(await ids("programs that make things up about facts")).toContain("term");
    expect(await ids("confabulation in chatbots")).toEqual(["term"]);
  });

  it("puts a paper with the words as typed before one with the term", async () => {
    expect((await ids("zebras make things up"))[0]).toBe("typed");
    const [first, second] = await ids("how do zebras and liars make things up on Sundays");
    expect([first, second]).toEqual(["typed", "term"]);
  });

  it("names the terms that the papers found have, as papers write them", async () => {
    const { alsoSearched } = await ask("chatbots that make things up while they walk");
    expect(alsoSearched).toEqual(["hallucination"]);
    expect((await ask("people make things up")).alsoSearched).toEqual([]);
  });

  it("does not widen a query if a paper has all its words", async () => {
    expect(await ids("people make things up")).toEqual(["typed"]);
  });
});
