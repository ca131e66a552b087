import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { readingListYaml } from "../../../src/ingest/readers/reading-list-yaml.ts";
import { parseYaml } from "../../../src/schemas/parse-yaml.ts";
import { papersOf, readText, told } from "../../fixtures/read.ts";

const last = "- title: Last one\n";
const titlesIn = (text: string) => readText(text).value.map(({ title }) => title);

describe("a reading list in YAML is recognised by its structure", () => {
  it.each([
    ["a map in braces", `- {title: One}\n${last}`],
    ["an anchor", `- &a {title: One}\n${last}`],
    ["an anchor above a map", `- &a\n  title: One\n${last}`],
    ["a tag", `- !!map {title: One}\n${last}`],
    ["an explicit key", `- ? title\n  : One\n${last}`],
    ["names as in JSON", `- {"title": "One"}\n${last}`],
    ["another field first", `- keywords: [a]\n  title: One\n${last}`],
    ["a hyphen on its own line", `-\n  title: One\n-\n  title: Last one\n`],
    ["a comment after the hyphen", `- # mine\n  title: One\n${last}`],
    ["a document marker in its line", `--- \n- {title: One}\n${last}`],
    ["a list in brackets", "[{title: One}, {title: Last one}]\n"],
    ["a list in brackets under a name", "papers: [{title: One}, {title: Last one}]\n"],
    ["a list under a name", "papers:\n  - {title: One}\n  - title: Last one\n"],
    ["an anchor at the list", `&all\n- {title: One}\n${last}`],
    ["lines that end with CR", `- {title: One}\r${last}`],
    ["an alias", "- &a {title: One}\n- *a\n- title: Last one\n"],
  ])("%s", (_, text) => {
    const { value, messages } = readText(text);
    expect([[...new Set(value.map(({ title }) => title))], told(messages)]).toEqual([
      ["One", "Last one"],
      [],
    ]);
    expect(value[0]?.source.format).toBe("reading-list-yaml");
  });

  it.each([
    ["an unknown field", "- {title: One, date: 2020-01-01}", ["error invalid-list-field 1"]],
    ["braces that do not end", "- {title: One", ["error invalid-yaml 2"]],
    ["a name that nothing has", "- *nothing", ["error invalid-yaml 1"]],
    ["a word", "- Some words", ["error no-title 1"]],
    ["lists that nest too deeply", `- ${"[".repeat(500)}`, ["error invalid-yaml 1"]],
    [
      "names that multiply",
      `- &a {title: One, keywords: &b [${"x,".repeat(20)}], authors: &c [${"*b,".repeat(20)}], abstract: [${"*c,".repeat(20)}]}`,
      ["error too-many-aliases 1"],
    ],
  ])("and one item costs no other: %s", (_, first, wanted) => {
    const { value, messages } = readText(`${first}\n- title: Middle\n${last}`);
    const titles = value.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(["Middle", "Last one"]));
    expect(told(messages).slice(0, 1)).toEqual(wanted);
  });

  it.each([
    ["a list of words", "- one: two\n- The title of three\n"],
    ["a list of ids", "- 2511.00001\n- 2511.00002\n"],
    ["settings", "steps:\n  - name: title\n"],
  ])("and no other list is one: %s", (_, text) => {
    for (const { source } of readText(text).value) {
      expect(source.format).not.toBe("reading-list-yaml");
    }
  });
});

it.each(["data: title:\n", "&a\n", "- some title: of a text\n", "- *a title:\n", "[{a title: "])(
  "a long text that is not a reading list is rejected quickly: %j",
  (line) => {
    const start = process.cpuUsage();
    readingListYaml.recognises({ path: "a", text: line.repeat(300_000 / line.length) });
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  },
);

describe("a name in YAML that is a list or a map", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is reported with its line, and the library prints nothing", () => {
    const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    const { messages } = readText("- title: One\n  ? {a: b}\n  : c\n- title: Last one\n");
    expect(told(messages)).toEqual([expect.stringMatching(/^error invalid-list-field \d$/)]);
    const note = parseYaml("a.yaml", "a: x\n? [b, c]\n: d\n", z.record(z.string(), z.string()));
    expect(told(note.messages)).toEqual(["error invalid-yaml 2"]);
    expect(warned).not.toHaveBeenCalled();
    expect(titlesIn(`- title: One\n  [a, b]: c\n${last}`)).toEqual(["One", "Last one"]);
    expect(warned).not.toHaveBeenCalled();
  });
});

it("a paper of a reading list may have an annotation, and a note on its publication", () => {
  const text =
    "- annotation: |\n    Read *it*.\n\n    Twice.\n  title: One\n  note: Best paper\n  keywords: a, b; c\n";
  expect(papersOf(text)).toMatchObject([
    {
      annotation: "Read *it*.\n\nTwice.",
      reference: { note: "Best paper" },
      keywords: ["a", "b", "c"],
    },
  ]);
});

describe("what a reading list has besides papers is reported", () => {
  it.each([
    [
      "names beside papers",
      "papers:\n  - title: One\nmore:\n  - title: Two\n",
      ["warning unknown-list-key 3"],
    ],
    ["a tag", "- title: !foo One\n", ["warning unknown-tag 1"]],
  ])("%s", (_, text, wanted) => {
    const { value, messages } = readText(text);
    expect([value.map(({ title }) => title), told(messages)]).toEqual([["One"], wanted]);
  });

  it.each(["~", "null"])("and %s is no title", (nothing) => {
    const { value, messages } = readText(`- title: ${nothing}\n- title: One\n`);
    expect(value.map(({ title }) => title)).toEqual(["One"]);
    expect(told(messages)).toEqual(["error no-title 1"]);
  });

  it("and a map that only repeats itself is", () => {
    const lines = [..."bcdefgh"].map((name, at) => {
      const before = "abcdefgh".charAt(at);
      return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
    });
    const { messages } = readText(`a: &a [x]\n${lines.join("\n")}\n`);
    expect(told(messages)).toEqual(["error too-many-aliases"]);
  });
});
