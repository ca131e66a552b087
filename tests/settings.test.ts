import { describe, expect, it } from "vitest";
import { describeMessages } from "../src/project/describe-messages.ts";
import { parseYaml } from "../src/schemas/parse-yaml.ts";
import { site } from "../src/schemas/site.ts";
import { topicsOverlay } from "../src/schemas/topic.ts";

const faults = (text: string) =>
  describeMessages(parseYaml("content/site.yaml", text, site).messages);

describe("content/site.yaml", () => {
  it("has a default for every setting, and for the file", () => {
    const defaults = {
      title: "Offprint",
      description:
        "An archive of papers to read, by day and by topic, with a search that needs no server.",
      base: "/",
      language: "en",
      offline: true,
      formulaConfidence: 0.5,
      notes: { feeds: "marks", code: false },
      seedYears: {},
      sources: {
        arxiv: "https://export.arxiv.org/api",
        dailyPapers: "https://huggingface.co/api",
        doi: "https://doi.org",
        delay: 3,
      },
    };
    for (const text of ["", "# nothing yet\n", "{}"]) {
      const { value, messages } = parseYaml("content/site.yaml", text, site);
      expect({ value, messages }).toEqual({ value: defaults, messages: [] });
    }
  });

  it("reads what is set, and leaves dates and numbers in texts alone", () => {
    const text =
      'title: "2025"\nbase: /papers\nlanguage: pt-BR\nseedYears: { "a b/c.txt": 2024 }\n';
    expect(parseYaml("content/site.yaml", text, site).value).toMatchObject({
      title: "2025",
      base: "/papers",
      language: "pt-BR",
      seedYears: { "a b/c.txt": 2024 },
    });
  });

  it("names an unknown setting, the nearest right word, and the line", () => {
    expect(faults("language: en\ntitel: My Papers\n")).toMatchInlineSnapshot(`
      "content/site.yaml:2  error  "titel" is not a setting here.  [settings]
          → Did you mean "title"? The settings here are: title, description, address, base, language, author, offline, formulaConfidence, notes, seedYears, sources.
      1 error"
    `);
  });

  it("names every unknown setting with a suggestion of its own", () => {
    expect(faults("titel: a\nbase: /\nauhtor: b\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  "titel" is not a setting here.  [settings]
          → Did you mean "title"? The settings here are: title, description, address, base, language, author, offline, formulaConfidence, notes, seedYears, sources.
      content/site.yaml:3  error  "auhtor" is not a setting here.  [settings]
          → Did you mean "author"? The settings here are: title, description, address, base, language, author, offline, formulaConfidence, notes, seedYears, sources.
      2 errors"
    `);
  });

  it("names a wrong value, what it must be, and the line", () => {
    expect(faults("title: A\nbase: papers\n")).toMatchInlineSnapshot(`
      "content/site.yaml:2  error  base is "papers", but must be a path that begins with "/", such as "/" or "/papers", without "//" or "..".  [settings]
      1 error"
    `);
    expect(faults("address: example.org\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  address is "example.org", but must be a web address, such as "https://example.org".  [settings]
      1 error"
    `);
    expect(faults("title: 2025\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  title is 2025, but must be a text (in quotes if it looks like a number or a date).  [settings]
      1 error"
    `);
    expect(faults("title:\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  title is empty, but must be a text (in quotes if it looks like a number or a date).  [settings]
      1 error"
    `);
    expect(faults("language: english please\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  language is "english please", but must be a language tag such as "en" or "pt-BR".  [settings]
      1 error"
    `);
    expect(faults("seedYears:\n  a.txt: 25\n")).toMatchInlineSnapshot(`
      "content/site.yaml:2  error  seedYears.a.txt is 25, but must be at least 1900.  [settings]
      1 error"
    `);
  });

  it.each(["/", "/papers", "/papers/", "/a/b", "/~me/a.b"])("takes the base %s", (base) => {
    expect(site.safeParse({ base }).success).toBe(true);
  });

  it.each(["", "papers", "//", "//host", "/a//b", "/a//", "/..", "/a/../b", "/.", "/a b", "/a?b"])(
    "takes no base %j, since no site lies there",
    (base) => {
      expect(site.safeParse({ base }).success).toBe(false);
    },
  );

  it("names the line where the YAML breaks", () => {
    expect(faults('title: A\ndescription: "not closed\n')).toMatchInlineSnapshot(`
      "content/site.yaml:3  error  This is not valid YAML: Missing closing "quote  [yaml]
          → Check the indentation, and put quotes around a text with a colon in it.
      1 error"
    `);
    expect(faults("title: A\ntitle: B\n")).toMatchInlineSnapshot(`
      "content/site.yaml:2  error  This is not valid YAML: Map keys must be unique  [yaml]
          → Check the indentation, and put quotes around a text with a colon in it.
      1 error"
    `);
    expect(faults("title: Papers: mine\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  This is not valid YAML: Nested mappings are not allowed in compact mappings  [yaml]
          → Check the indentation, and put quotes around a text with a colon in it.
      1 error"
    `);
  });

  it("says so when the file is no list of settings", () => {
    expect(faults("just words\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  The file is "just words", but must be a list of settings, each as \`name: value\`.  [settings]
      1 error"
    `);
    expect(faults("- a\n- b\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  The file is ["a","b"], but must be a list of settings, each as \`name: value\`.  [settings]
      1 error"
    `);
  });
});

describe("content/topics.yaml", () => {
  it("names a fault inside a topic with its line and a hint that fits the place", () => {
    const text =
      "topics:\n  - id: llm\n    nmae: X\n    phrases:\n      - { phrase: a, wieght: 2 }\n      - 7\n  - id: R L\n";
    expect(
      describeMessages(parseYaml("content/topics.yaml", text, topicsOverlay).messages),
    ).toMatchInlineSnapshot(`
      "content/topics.yaml:5  error  "wieght" is not a setting here.  [settings]
          → Did you mean "weight"? The settings here are: phrase, weight, with.
      content/topics.yaml:6  error  topics.0.phrases.1 is 7, but must be a text (in quotes if it looks like a number or a date) or a list of settings, each as \`name: value\`.  [settings]
      content/topics.yaml:3  error  "nmae" is not a setting here.  [settings]
          → Did you mean "name"? The settings here are: id, name, description, broader, family, strong, phrases, weak, not, categories, replace, merge, off.
      content/topics.yaml:7  error  topics.1.id is "R L", but must be lower-case words joined by hyphens.  [settings]
      4 errors"
    `);
  });
});
