import { describe, expect, it } from "vitest";
import { parseNote } from "../../src/notes/parse-note.ts";
import { parseYaml } from "../../src/schemas/parse-yaml.ts";
import { removed } from "../../src/schemas/removed.ts";
import { site } from "../../src/schemas/site.ts";
import { topicsOverlay } from "../../src/schemas/topic.ts";
import { describeMessages } from "../../src/workspace/describe-messages.ts";

const faults = (text: string) =>
  describeMessages(parseYaml("content/site.yaml", text, site).messages);

describe("a conflict that git left in a file", () => {
  it.each([
    ["settings", "title: A\n<<<<<<< HEAD\nauthor: B\n=======\nauthor: C\n>>>>>>> other\n"],
    ["line ends of Windows", "title: A\r\n<<<<<<< HEAD\r\n=======\r\nauthor: C\r\n>>>>>>> x\r\n"],
  ])("is named with its line, in %s", (_, text) => {
    const { value, messages } = parseYaml("content/site.yaml", text, site);
    expect(value).toBeUndefined();
    expect(messages).toMatchObject([{ rule: "git-conflict", place: { line: 2 } }]);
  });

  it("is not seen in an ordinary value", () => {
    const { messages } = parseYaml("content/site.yaml", "title: A <<<<<<< B\n", site);
    expect(messages).toEqual([]);
  });
});

describe("content/site.yaml", () => {
  it("has a default for every setting, and for the file", () => {
    const defaults = {
      title: "Offprint",
      base: "/",
      language: "en",
      offline: true,
      formulaConfidence: 0.5,
      macros: {},
      sample: true,
      strict: false,
      mail: {},
      notes: { feeds: "marks", annotations: true, tagsFrom: [], code: false },
      allow: {},
      seedYears: {},
      sources: {
        arxiv: "https://export.arxiv.org/api",
        dailyPapers: "https://huggingface.co/api",
        openReview: "https://api2.openreview.net",
        semanticScholar: "https://api.semanticscholar.org/graph/v1",
        doi: "https://doi.org",
        delay: 3,
      },
    };
    for (const text of ["", "# nothing yet\n", "{}"]) {
      const { value, messages } = parseYaml("content/site.yaml", text, site);
      expect({ value, messages }).toEqual({ value: defaults, messages: [] });
    }
  });

  it("reads settings, and keeps dates and numbers in text as they are", () => {
    const text =
      'title: "2025"\nbase: /papers\nlanguage: pt-BR\nseedYears: { "a b/c.txt": 2024 }\nmacros: { \'\\OPT\': x, up: y }\n';
    expect(parseYaml("content/site.yaml", text, site).value).toMatchObject({
      title: "2025",
      base: "/papers",
      language: "pt-BR",
      seedYears: { "a b/c.txt": 2024 },
      macros: { OPT: "x", up: "y" },
    });
  });

  it("lets pages load from other hosts only if they are named, and run no code from a text", () => {
    const read = (source: string) =>
      parseYaml("content/site.yaml", `allow: { script-src: ["${source}"] }`, site).messages.length;
    for (const source of ["https://a.example", "https://a.example/x.js", "'sha256-abc='"]) {
      expect([source, read(source)]).toEqual([source, 0]);
    }
    for (const source of ["*", "'unsafe-inline'", "'unsafe-eval'", "data:", "http://a.example"]) {
      expect([source, read(source)]).toEqual([source, 1]);
    }
    for (const source of ["https://a.example; img-src *", "https://a.example https://b.example"]) {
      expect([source, read(source)]).toEqual([source, 1]);
    }
  });

  it("reports an unknown setting with the most similar one and the line", () => {
    expect(faults("language: en\ntitel: My Papers\n")).toMatchInlineSnapshot(`
      "content/site.yaml:2  error  There is no setting "titel" here.  [invalid-setting]
          → Did you mean "title"? Available settings: title, description, address, base, language, author, offline, paperFiles, listFiles, cards, formulaConfidence, macros, sample, strict, mail, notes, allow, seedYears, sources.
      1 error"
    `);
  });

  it("suggests a setting for each unknown one", () => {
    expect(faults("titel: a\nbase: /\nauhtor: b\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  There is no setting "titel" here.  [invalid-setting]
          → Did you mean "title"? Available settings: title, description, address, base, language, author, offline, paperFiles, listFiles, cards, formulaConfidence, macros, sample, strict, mail, notes, allow, seedYears, sources.
      content/site.yaml:3  error  There is no setting "auhtor" here.  [invalid-setting]
          → Did you mean "author"? Available settings: title, description, address, base, language, author, offline, paperFiles, listFiles, cards, formulaConfidence, macros, sample, strict, mail, notes, allow, seedYears, sources.
      2 errors"
    `);
  });

  it("reports an invalid value, what it must be, and the line", () => {
    expect(faults("title: A\nbase: papers\n")).toMatchInlineSnapshot(`
      "content/site.yaml:2  error  base is "papers", but must be a path that begins with "/", such as "/" or "/papers", without "//" or "..".  [invalid-setting]
          → Write /papers.
      1 error"
    `);
    expect(faults("address: example.org\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  address is "example.org", but must be a web address, such as "https://example.org".  [invalid-setting]
          → Write https://example.org.
      1 error"
    `);
    expect(faults("title: 2025\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  title is 2025, but must be text (in quotes if it looks like a number or a date).  [invalid-setting]
          → Write "2025", in quotes.
      1 error"
    `);
    expect(faults("title:\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  title is empty, but must be text (in quotes if it looks like a number or a date).  [invalid-setting]
      1 error"
    `);
    expect(faults("language: english please\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  language is "english please", but must be a language tag such as "en" or "pt-BR".  [invalid-setting]
      1 error"
    `);
    expect(faults("seedYears:\n  a.txt: 25\n")).toMatchInlineSnapshot(`
      "content/site.yaml:2  error  seedYears.a.txt is 25, but must be at least 1900.  [invalid-setting]
      1 error"
    `);
  });

  it.each(["/", "/papers", "/papers/", "/a/b", "/~me/a.b"])("accepts the base %s", (base) => {
    expect(site.safeParse({ base }).success).toBe(true);
  });

  it.each(["", "papers", "//", "//host", "/a//b", "/a//", "/..", "/a/../b", "/.", "/a b", "/a?b"])(
    "takes no base %j, since no site lies there",
    (base) => {
      expect(site.safeParse({ base }).success).toBe(false);
    },
  );

  it("reports the line where the YAML is not valid", () => {
    expect(faults('title: A\ndescription: "not closed\n')).toMatchInlineSnapshot(`
      "content/site.yaml:3  error  This is not valid YAML: Missing closing "quote  [invalid-yaml]
          → Check the indentation, and put quotes around text that has a colon in it or begins with a sign such as \`*\`.
      1 error"
    `);
    expect(faults("title: A\ntitle: B\n")).toMatchInlineSnapshot(`
      "content/site.yaml:2  error  This is not valid YAML: Map keys must be unique  [invalid-yaml]
          → Check the indentation, and put quotes around text that has a colon in it or begins with a sign such as \`*\`.
      1 error"
    `);
    expect(faults("title: Papers: mine\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  This is not valid YAML: Nested mappings are not allowed in compact mappings  [invalid-yaml]
          → Check the indentation, and put quotes around text that has a colon in it or begins with a sign such as \`*\`.
      1 error"
    `);
  });

  it("reports a file that has no settings", () => {
    expect(faults("just words\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  The file is "just words", but must be a group of settings, each written as \`name: value\`.  [invalid-setting]
          → Available settings: title, description, address, base, language, author, offline, paperFiles, listFiles, cards, formulaConfidence, macros, sample, strict, mail, notes, allow, seedYears, sources.
      1 error"
    `);
    expect(faults("- a\n- b\n")).toMatchInlineSnapshot(`
      "content/site.yaml:1  error  The file is ["a","b"], but must be a group of settings, each written as \`name: value\`.  [invalid-setting]
          → Available settings: title, description, address, base, language, author, offline, paperFiles, listFiles, cards, formulaConfidence, macros, sample, strict, mail, notes, allow, seedYears, sources.
      1 error"
    `);
  });
});

describe("content/topics.yaml", () => {
  it("reports a problem inside a topic with its line and a hint for that place", () => {
    const text =
      "topics:\n  - id: llm\n    nmae: X\n    phrases:\n      - { phrase: a, wieght: 2 }\n      - 7\n  - id: R L\n";
    expect(
      describeMessages(parseYaml("content/topics.yaml", text, topicsOverlay).messages),
    ).toMatchInlineSnapshot(`
      "content/topics.yaml:5  error  There is no setting "wieght" here.  [invalid-setting]
          → Did you mean "weight"? Available settings: phrase, weight, with.
      content/topics.yaml:6  error  item 2 of phrases in item 1 of topics is 7, but must be text (in quotes if it looks like a number or a date) or a group of settings, each written as \`name: value\`.  [invalid-setting]
          → Write "7", in quotes.
      content/topics.yaml:3  error  There is no setting "nmae" here.  [invalid-setting]
          → Did you mean "name"? Available settings: id, name, description, broader, family, strong, phrases, weak, not, categories, keywords, replace, merge, off.
      content/topics.yaml:7  error  id in item 2 of topics is "R L", but must be lower-case words joined by hyphens.  [invalid-setting]
          → Write r-l.
      4 errors"
    `);
  });
});

describe("what to write instead", () => {
  const read = (file: string, yaml: string) => {
    if (file === "a.mdx") {
      return parseNote({
        path: "content/notes/a.mdx",
        text: `---
${yaml}
---
Text.
`,
      }).messages;
    }
    const schema = { "site.yaml": site, "topics.yaml": topicsOverlay, "removed.yaml": removed }[
      file
    ];
    return parseYaml(`content/${file}`, yaml, schema ?? site).messages;
  };

  it.each([
    ["site.yaml", 'base: "list"', "Write /list."],
    ["site.yaml", "base: https://example.org/my list//", "Write /my-list."],
    ["site.yaml", "base: ../up", "Write /up."],
    ["site.yaml", "address: example.org", "Write https://example.org."],
    ["site.yaml", "address: https://example.org/papers", "Write https://example.org."],
    ["site.yaml", "language: German", "Write de."],
    ["site.yaml", "language: pt_br", "Write pt-BR."],
    ["site.yaml", "title: 2510.10", 'Write "2510.10", in quotes.'],
    ["site.yaml", 'formulaConfidence: "0.4"', "Write 0.4, without quotes."],
    ["site.yaml", "offline: no", "Write false, without quotes."],
    ["site.yaml", "notes: marks", "Available settings: feeds, annotations, tagsFrom, code."],
    [
      "site.yaml",
      "sources: { arxiv: export.arxiv.org/api }",
      "Write https://export.arxiv.org/api.",
    ],
    ["topics.yaml", "topics: [{ id: Bee Keeping }]", "Write bee-keeping."],
    ["topics.yaml", "topics: [{ id: bees, strong: honeybee }]", "Write [honeybee]."],
    ["topics.yaml", "topics: { id: bees }", "Start each item of the list with a hyphen: `- item`."],
    ["removed.yaml", "- 2510.01170", 'Write "2510.01170", in quotes.'],
    [
      "removed.yaml",
      "- { id: a, titel: b }",
      'Did you mean "title"? Available settings: id, title, restored.',
    ],
    ["a.mdx", "status: Toread", 'Did you mean "to-read"?'],
    ["a.mdx", "readOn: 2026/11/3", "Write 2026-11-03."],
    ["a.mdx", "tags: bandits", "Write [bandits]."],
    ["a.mdx", "corrections: { ids: { arxiv: arXiv:2510.01170v2 } }", 'Write "2510.01170".'],
    ["a.mdx", "ids: { doi: https://doi.org/10.1000/x }", "Write 10.1000/x."],
    [
      "a.mdx",
      "authors: [{ name: Ada, orcid: x }]",
      'Did you mean "id"? Available settings: name, id.',
    ],
    // There is no advice if it is unclear what was meant.
    ["site.yaml", "address: ftp://example.org", undefined],
    ["site.yaml", "language: Martian", undefined],
    ["a.mdx", "readOn: yesterday", undefined],
    ["a.mdx", "readOn: 2026-13-45", undefined],
    ["a.mdx", "rating: 4.5", undefined],
  ])("%s %s", (file, yaml, hint) => {
    expect(read(file, yaml).map((told) => [told.severity, told.hint])).toEqual([["error", hint]]);
  });

  it("survives values that contain themselves, and aliases that multiply", () => {
    expect(faults("title: &a [*a]")).toMatch(/title is a value that contains itself/);
    const doubled = [..."bcdefghi"].map(
      (name, at) => `${name}: &${name} [${"*a,".repeat(9).replaceAll("a", "abcdefgh"[at] ?? "")}]`,
    );
    expect(faults(`a: &a [x]\n${doubled.join("\n")}\n`)).toMatch(/too many times/);
  });
});
