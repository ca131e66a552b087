import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { parse as parseJson } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { noteTemplate } from "../../src/notes/note-template.ts";
import { editorSchemas, editorSchemaText } from "../../src/schemas/editor-schemas.ts";
import { siteText } from "../../src/workspace/start-archive.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("the JSON Schemas in schemas/", () => {
  it.each(editorSchemas)("are what `npm run docs:schemas` writes: $name", (one) => {
    expect(read(`docs/schemas/${one.name}.json`)).toBe(editorSchemaText(one));
  });

  it("are all written, and no others", () => {
    const names = editorSchemas.map(({ name }) => `${name}.json`);
    expect(globSync("*.json", { cwd: join(root, "docs/schemas") }).sort()).toEqual(names.sort());
  });

  it("are those that the settings of VS Code name", () => {
    const { "yaml.schemas": named } = parseJson(read(".vscode/settings.json"));
    expect(named).toEqual(
      Object.fromEntries(
        editorSchemas.map(({ name, files }) => [`./docs/schemas/${name}.json`, files]),
      ),
    );
  });

  it.each(editorSchemas)("describe every setting in words: $name", ({ name }) => {
    const undescribed: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === "properties") {
          for (const [property, inner] of Object.entries(value)) {
            const at = `${path}.${property}`;
            if (!described(inner)) undescribed.push(at);
            visit(inner, at);
          }
        } else visit(value, path);
      }
    };
    visit(JSON.parse(read(`docs/schemas/${name}.json`)), "");
    expect(undescribed).toEqual([]);
  });
});

function described(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && "description" in schema;
}

const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addKeyword("patternErrorMessage");
const validators = new Map(
  editorSchemas.map(({ name }) => [
    name,
    ajv.compile(JSON.parse(read(`docs/schemas/${name}.json`))),
  ]),
);

/** The paths of what a schema finds wrong in a text. */
function faults(name: string, yaml: string): string[] {
  const validate = validators.get(name);
  validate?.(parse(yaml));
  return (validate?.errors ?? []).map(({ instancePath }) => instancePath);
}

describe("an editor with these schemas", () => {
  const sound: [string, string][] = [
    ["site", "title: Bees\naddress: https://example.org\nbase: /papers\nlanguage: de-AT\n"],
    ["site", "sources: { dailyPapers: false, delay: 1.5 }\nallow: { img-src: [https://a.org] }\n"],
    ["site", 'macros: { "\\\\OPT": "\\\\mathrm{OPT}" }\nseedYears: { page.txt: 2025 }\n'],
    ["topics", "topics:\n  - { id: bees, strong: [apiary, { phrase: hive, weight: 1.5 }] }\n"],
    ["topics", "topics:\n  - { id: bandits, merge: reinforcement-learning }\n"],
    ["lexicon", "terms:\n  varroa mite | Varroa: [bee parasite]\noff: [web of links]\n"],
    ["removed", "- a-survey\n- { id: a-study, title: A Study, restored: true }\n"],
    ["links", "- { from: ~/library.bib, file: seeds/added/library.bib }\n"],
    ["note", "status: read\nrating: 4\nreadOn: 2026-01-31\ntags: [bees]\n"],
    [
      "note",
      "corrections: { published: null, ids: { arxiv: null }, formulas: [{ text: O(n), latex: null }] }\n",
    ],
    ["note", "links: [https://de.wikipedia.org/wiki/Bücher, { kind: code, url: http://a.org }]\n"],
    ["reading-list", "- title: On Hives\n  arxiv: 2510.01170\n  published: 2025\n  doi:\n"],
    ["reading-list", "title: 1984\nauthors: A. Byron and E. Noether\n"],
    [
      "reading-list",
      "name: mine\npapers:\n  - { doi: 10.1145/3292500, venue: { kind: book, name: B } }\n",
    ],
  ];
  it.each(sound)("accepts a sound file of %s: %s", (name, yaml) => {
    expect(faults(name, yaml)).toEqual([]);
  });

  const mistaken: [string, string, string][] = [
    ["site", "tilte: Bees\n", ""],
    ["site", "offline: yes please\n", "/offline"],
    ["site", "address: example.org\n", "/address"],
    ["site", "address: ftp://example.org\n", "/address"],
    ["site", "base: papers\n", "/base"],
    ["site", "paperFiles: [pdf]\n", "/paperFiles/0"],
    ["site", "formulaConfidence: 50\n", "/formulaConfidence"],
    ["site", "allow: { object-src: [https://a.org] }\n", "/allow"],
    ["site", "sources: { dailyPapers: true }\n", "/sources/dailyPapers"],
    ["topics", "topics:\n  - { name: Bees }\n", "/topics/0"],
    ["topics", "topics:\n  - { id: Bees & Wasps }\n", "/topics/0/id"],
    ["topics", "topics:\n  - { id: bees, strong: apiary }\n", "/topics/0/strong"],
    ["topics", "topics:\n  bees: { name: Bees }\n", "/topics"],
    ["lexicon", "terms:\n  varroa mite: bee parasite\n", "/terms/varroa mite"],
    ["links", "- { from: ~/library.bib, file: library.bib }\n", "/0/file"],
    ["note", "status: done\n", "/status"],
    ["note", "rating: 6\n", "/rating"],
    ["note", "readOn: 2026-02-30\n", "/readOn"],
    ["note", "tags: bees\n", "/tags"],
    ["note", "ids: { arxiv: 2510.01170 }\n", "/ids/arxiv"],
    ["note", "corrections: { topics: [{ id: bees }] }\n", "/corrections/topics/0"],
    ["reading-list", "- title: On Hives\n  published: October 2025\n", "/0/published"],
    ["reading-list", "- title: On Hives\n  author: A. Byron\n", "/0"],
    ["reading-list", "papers:\n  - { title: On Hives, venue: Nature }\n", "/papers/0/venue"],
  ];
  it.each(mistaken)("finds the mistake in a file of %s: %s", (name, yaml, path) => {
    expect(faults(name, yaml)).toContain(path);
  });

  it("finds the schema by the first lines of files that commands write", () => {
    const settings = { title: "Bees", language: "de" };
    const written = [
      ["content/site.yaml", siteText({ root }, settings)],
      ["content/notes/a.mdx", noteTemplate("A Study: of #bees", undefined, true)],
    ] as const;
    for (const [path, text] of written) {
      const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text) ?? [];
      const name = join(path, "..", schema).replace(/^docs\/schemas\/|\.json$/g, "");
      expect(faults(name, text.replaceAll(/^---$/gm, ""))).toEqual([]);
      expect(editorSchemas.find((one) => one.name === name)?.files).toHaveLength(1);
    }
    expect(siteText({ root: join(root, "tests") }, settings)).not.toContain("$schema");
  });
});
