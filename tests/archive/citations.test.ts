import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { parseCSL, parseRIS } from "biblatex-csl-converter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bibtexEntry } from "../../src/archive/citations/bibtex.ts";
import { citationOf } from "../../src/archive/citations/citation-of.ts";
import { cslItem } from "../../src/archive/citations/csl-json.ts";
import {
  type Citation,
  citationFormats,
  coins,
  scholarTags,
} from "../../src/archive/citations/index.ts";
import { risRecord } from "../../src/archive/citations/ris.ts";
import { entry } from "../fixtures/papers.ts";

const full = citationOf(
  entry({
    id: "2510.01171",
    title: "A bound of $\\mathcal{O}(N\\log N)$ for 5% of Schrödinger's \\{cats\\}",
    titleText: "A bound of O(N log N) for 5% of Schrödinger's {cats}",
    authors: [{ name: "Ludwig van Beethoven" }, { name: "Qwen Team" }, { name: "José Ñúñez" }],
    published: "2025-10-01",
    listed: ["2025-11-13"],
    ids: { arxiv: "2510.01171", doi: "10.1000/a_b" },
    organization: { handle: "snlp", name: "Stanford NLP" },
    links: [{ kind: "code", url: "https://example.org/a_b" }],
    aliases: ["a-bound-of-o-n-log-n"],
  }),
  { address: "https://example.org/papers/2510.01171/", abstract: "We show\n\nthat 3 < 5%." },
);

/** The same paper, with only a part of the date known. */
const dated = (publishedIn: string) =>
  citationOf(entry({ id: "a", authors: [{ name: "Ada Lovelace" }], publishedIn }));

const bare = citationOf(
  entry({ id: "on-testing", title: "On Testing", titleText: "On Testing", authorsCount: 10 }),
);

describe("BibTeX", () => {
  it("writes what is known, in the forms that old and new tools read", () => {
    expect(bibtexEntry(full)).toBe(`@misc{2510.01171,
  title = {A bound of {$\\mathcal{O}(N\\log N)$} for 5\\% of {Schr{\\"{o}}dinger}'s \\textbraceleft{}cats\\textbraceright{}},
  author = {van Beethoven, Ludwig and {Qwen Team} and {\\~{N}}{\\'{u}}{\\~{n}}ez, Jos{\\'{e}}},
  year = {2025},
  month = oct,
  day = {1},
  eprint = {2510.01171},
  archiveprefix = {arXiv},
  doi = {10.1000/a_b},
  url = {https://arxiv.org/abs/2510.01171},
  ids = {a-bound-of-o-n-log-n},
  abstract = {We show that 3 \\textless{} 5\\%.},
  annote = {Listed by Stanford NLP; Code: https://example.org/a\\_b}
}
`);
  });

  it.each([
    ["2018", "  year = {2018}\n"],
    ["2018-07", "  year = {2018},\n  month = jul\n"],
  ])("gives as much of the date as is known: %s", (published, fields) => {
    expect(bibtexEntry(dated(published))).toContain(fields);
    const parts = published.split("-").map(Number);
    expect(cslItem(dated(published)).issued).toEqual({ "date-parts": [parts] });
    expect(risRecord(dated(published))).toContain(
      `PY  - 2018\r\nDA  - ${published.replace("-", "/")}\r\n`,
    );
    expect(scholarTags(dated(published))).toContainEqual({
      name: "citation_publication_date",
      content: published.replace("-", "/"),
    });
  });

  it("says nothing of authors whose names are unknown, nor of an unknown day", () => {
    expect(bibtexEntry(bare)).toBe("@misc{on-testing,\n  title = {On Testing}\n}\n");
  });

  it.each([
    ["GPT-4 and LLMs in Medicine", "{GPT}-4 and {LLMs} in Medicine"],
    ["Q-Learning: A Survey of A* Search", "{Q}-Learning: A Survey of {A}* Search"],
    ["iPhone Users Prefer L2 Norms", "{iPhone} Users Prefer {L2} Norms"],
    // Capital letters in a title in sentence case mark names.
    ["How the brain of Turing learned to think", "How the brain of {Turing} learned to think"],
    ["Deep dreams: Why machines think of Bayes", "Deep dreams: Why machines think of {Bayes}"],
    ["The Brain of Turing Learned to Think", "The Brain of Turing Learned to Think"],
    [
      "R&D_1 #2 ~ x^y \\\\ z | $5",
      "{R}\\&{D}\\_1 \\#2 \\textasciitilde{} x\\textasciicircum{}y \\textbackslash{} z \\textbar{} \\$5",
    ],
    ["“Naïve” – or not…", "``Na{\\\"{i}}ve'' -- or not\\ldots{}"],
    ["深度学习 and αβ", "深度学习 and αβ"],
  ])("protects capitals and signs: %s", (title, latex) => {
    const citation = citationOf(entry({ id: "a", title: title.replace("$5", "\\$5") }));
    expect(bibtexEntry(citation)).toContain(`  title = {${latex}}\n`);
  });

  it.each([
    ["x \\% y", "{$x \\% y$}"],
    ["50%", "{$50\\%$}"],
    ["\\{x\\}", "{$\\lbrace x\\rbrace $}"],
    ["\\left\\{x\\right.", "{$\\left\\lbrace x\\right.$}"],
    // Unbalanced braces or dollars would end the field, so they are shown as text.
    ["{x", "\\textbraceleft{}x"],
    ["}x{", "\\textbraceright{}x\\textbraceleft{}"],
    ["x\\", "x\\textbackslash{}"],
  ])("keeps a formula whole or shows it as text: %s", (math, latex) => {
    const citation = { ...bare, title: [{ math }] };
    expect(bibtexEntry(citation)).toContain(`  title = {${latex}}\n`);
  });

  it("gives a real reader back the title, the names and the addresses", () => {
    const { entries, errors } = parseBibtex(bibtexEntry(full), {
      sentenceCase: false,
    });
    expect(errors.filter(({ error }) => !error.startsWith("unhandled macro"))).toEqual([]);
    const title = entries[0]?.fields["title"]?.normalize("NFC");
    expect(title).toMatch(/^A bound of .* for 5% of Schrödinger's \{cats\}$/);
    expect(entries[0]).toMatchObject({
      type: "misc",
      key: "2510.01171",
      fields: {
        author: [
          { prefix: "van", lastName: "Beethoven", firstName: "Ludwig" },
          { name: "Qwen Team" },
          // This reader returns accents as separate characters.
          { lastName: "Ñúñez".normalize("NFD"), firstName: "José".normalize("NFD") },
        ],
        year: "2025",
        month: "10",
        doi: "10.1000/a_b",
        abstract: "We show that 3 < 5%.",
      },
    });
  });
});

describe("RIS", () => {
  it("writes a tag a line, lines ended by CR and LF", () => {
    expect(risRecord(full).split("\r\n")).toEqual([
      "TY  - UNPB",
      "ID  - 2510.01171",
      "TI  - A bound of O(N log N) for 5% of Schrödinger's {cats}",
      "AU  - van Beethoven, Ludwig",
      "AU  - Qwen Team,",
      "AU  - Ñúñez, José",
      "PY  - 2025",
      "DA  - 2025/10/01",
      "PB  - arXiv",
      "AN  - arXiv:2510.01171",
      "DO  - 10.1000/a_b",
      "UR  - https://arxiv.org/abs/2510.01171",
      "AB  - We show that 3 < 5%.",
      "N1  - Listed by Stanford NLP",
      "N1  - Code: https://example.org/a_b",
      "ER  - ",
      "",
    ]);
    expect(risRecord(bare)).toBe("TY  - GEN\r\nID  - on-testing\r\nTI  - On Testing\r\nER  - \r\n");
  });

  it("gives a real reader back the title, the names and the year", () => {
    const read = Object.values(parseRIS(risRecord(full)).entries);
    expect(read).toMatchObject([
      {
        fields: {
          title: [{ text: "A bound of O(N log N) for 5% of Schrödinger's {cats}" }],
          author: [
            { family: [{ text: "van Beethoven" }], given: [{ text: "Ludwig" }] },
            { family: [{ text: "Qwen Team" }] },
            { family: [{ text: "Ñúñez" }], given: [{ text: "José" }] },
          ],
          date: "2025",
          doi: "10.1000/a_b",
        },
      },
    ]);
  });
});

/** What CSL 1.0.2 allows for the fields that are used here; strict, like its schema. */
const cslSchema = z.strictObject({
  id: z.string(),
  type: z.enum(["article", "article-journal", "document", "report", "manuscript"]),
  title: z.string().optional(),
  author: z
    .array(
      z.strictObject({
        family: z.string().optional(),
        given: z.string().optional(),
        "dropping-particle": z.string().optional(),
        "non-dropping-particle": z.string().optional(),
        suffix: z.string().optional(),
        literal: z.string().optional(),
      }),
    )
    .optional(),
  issued: z
    .strictObject({ "date-parts": z.array(z.array(z.number().int()).min(1).max(3)).min(1).max(2) })
    .optional(),
  genre: z.string().optional(),
  publisher: z.string().optional(),
  number: z.union([z.string(), z.number()]).optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
  abstract: z.string().optional(),
  annote: z.string().optional(),
});

describe("CSL-JSON", () => {
  it("writes an item in the schema's names", () => {
    expect(cslItem(full)).toEqual({
      id: "2510.01171",
      type: "article",
      title: "A bound of O(N log N) for 5% of Schrödinger's {cats}",
      author: [
        { family: "Beethoven", given: "Ludwig", "non-dropping-particle": "van" },
        { literal: "Qwen Team" },
        { family: "Ñúñez", given: "José" },
      ],
      issued: { "date-parts": [[2025, 10, 1]] },
      genre: "preprint",
      publisher: "arXiv",
      number: "arXiv:2510.01171",
      DOI: "10.1000/a_b",
      URL: "https://arxiv.org/abs/2510.01171",
      abstract: "We show that 3 < 5%.",
      annote: "Listed by Stanford NLP; Code: https://example.org/a_b",
    });
    expect(cslItem(bare)).toEqual({ id: "on-testing", type: "document", title: "On Testing" });
  });

  it("gives a real reader back the title and the day", () => {
    const read = Object.values(parseCSL({ a: { ...cslItem(full) } }));
    expect(read).toMatchObject([
      {
        fields: {
          title: [{ text: "A bound of O(N log N) for 5% of Schrödinger's {cats}" }],
          date: "2025-10-01",
        },
      },
    ]);
  });
});

describe("names", () => {
  it.each([
    ["Ada Lovelace", { family: "Lovelace", given: "Ada" }],
    ["Lovelace, Ada", { family: "Lovelace", given: "Ada" }],
    ["Juan de la Cruz", { family: "Cruz", given: "Juan", "non-dropping-particle": "de la" }],
    ["de la Cruz, Juan", { family: "Cruz", given: "Juan", "non-dropping-particle": "de la" }],
    ["Martin L. King Jr.", { family: "King", given: "Martin L.", suffix: "Jr." }],
    ["King, Martin L., Jr.", { family: "King", given: "Martin L.", suffix: "Jr." }],
    ["Bin Yu", { family: "Yu", given: "Bin" }],
    ["李明", { literal: "李明" }],
    ["Plato", { literal: "Plato" }],
    ["The ATLAS Collaboration", { literal: "The ATLAS Collaboration" }],
    ["Bill and Melinda Gates", { literal: "Bill and Melinda Gates" }],
    ["a, b, c, d", { literal: "a, b, c, d" }],
  ])("%s", (name, parts) => {
    const citation = citationOf(entry({ id: "a", authors: [{ name }] }));
    expect(cslItem(citation).author).toEqual([parts]);
    const read = parseBibtex(bibtexEntry(citation)).entries[0]?.fields.author;
    expect(read).toHaveLength(1);
  });
});

describe("any paper", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."aB{}\\$%&#_^~@\"'=,;\n\r\t \u0000\u2028éß“–") }),
    fc.constantFrom("} @misc{evil, title={x", "ER  - \r\nTY  - JOUR", "and and and", "\ud800"),
  );
  const part = fc.oneof(
    text.map((words) => ({ text: words })),
    text.map((math) => ({ math })),
  );
  const optional = <K extends string, V>(key: K, value: fc.Arbitrary<V>) =>
    fc.oneof(
      fc.constant<Partial<Record<K, V>>>({}),
      value.map((given): Partial<Record<K, V>> => {
        const record: Partial<Record<K, V>> = {};
        record[key] = given;
        return record;
      }),
    );
  const citation: fc.Arbitrary<Citation> = fc
    .tuple(
      fc.record({
        id: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/),
        title: fc.array(part, { minLength: 1, maxLength: 4 }),
        titleText: text,
        authors: fc.array(text, { maxLength: 3 }),
        links: fc.array(fc.record({ kind: text, url: fc.webUrl() }), { maxLength: 2 }),
        aliases: fc.constant([]),
      }),
      optional("published", fc.constantFrom("2025-10-01", "1999-02", "2018")),
      optional("abstract", text),
      optional("organization", text),
      optional("doi", text),
      optional("address", fc.webUrl()),
    )
    .map((parts) => Object.assign({}, ...parts));
  const some = fc.uniqueArray(citation, { maxLength: 3, selector: ({ id }) => id });
  const written = (extension: string, citations: Citation[]) =>
    citationFormats.find((format) => format.extension === extension)?.write(citations) ?? "";

  it("is one entry of BibTeX under its own key, whatever its texts hold", () => {
    fc.assert(
      fc.property(some, (citations) => {
        const { entries } = parseBibtex(written("bib", citations), { sentenceCase: false });
        expect(entries.map(({ key }) => key)).toEqual(citations.map(({ id }) => id));
      }),
    );
  });

  it("has pairs of braces in BibTeX only, and no bare sign that LaTeX would act on", () => {
    fc.assert(
      fc.property(some, (citations) => {
        const file = written("bib", citations);
        expect(file.split("{").length).toBe(file.split("}").length);
        expect(file).not.toMatch(/^ {2}(?:title|author|abstract|annote) = .*(?<!\\)%/m);
      }),
    );
  });

  it("is one record of RIS, each line a tag, whatever its texts hold", () => {
    fc.assert(
      fc.property(some, (citations) => {
        const file = written("ris", citations);
        const lines = file.split("\r\n").filter((line) => line !== "");
        expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line))).toBe(true);
        expect(lines.filter((line) => line.startsWith("TY  - ")).length).toBe(citations.length);
        expect(lines.filter((line) => line === "ER  - ").length).toBe(citations.length);
      }),
    );
  });

  it("is a valid item of CSL-JSON, whatever its texts hold", () => {
    fc.assert(
      fc.property(some, (citations) => {
        const items = z.array(cslSchema).parse(JSON.parse(written("json", citations)));
        expect(items.map(({ id }) => id)).toEqual(citations.map(({ id }) => id));
      }),
    );
  });
});

describe("tags in pages", () => {
  it("gives Google Scholar names and the day of publication, or nothing at all", () => {
    expect(scholarTags(full)).toEqual([
      { name: "citation_title", content: "A bound of O(N log N) for 5% of Schrödinger's {cats}" },
      { name: "citation_author", content: "van Beethoven, Ludwig" },
      { name: "citation_author", content: "Qwen Team" },
      { name: "citation_author", content: "Ñúñez, José" },
      { name: "citation_publication_date", content: "2025/10/01" },
      { name: "citation_arxiv_id", content: "2510.01171" },
      { name: "citation_doi", content: "10.1000/a_b" },
      { name: "citation_public_url", content: "https://arxiv.org/abs/2510.01171" },
    ]);
    expect(scholarTags(bare)).toEqual([]);
    expect(scholarTags({ ...full, authors: [] })).toEqual([]);
  });

  it("gives Zotero a list's papers as COinS", () => {
    expect(Object.fromEntries(new URLSearchParams(coins(full)))).toEqual({
      ctx_ver: "Z39.88-2004",
      rft_val_fmt: "info:ofi/fmt:kev:mtx:dc",
      "rft.type": "preprint",
      "rft.title": full.titleText,
      "rft.creator": "Ñúñez, José",
      "rft.date": "2025-10-01",
      "rft.identifier": "https://arxiv.org/abs/2510.01171",
      rft_id: "info:doi/10.1000/a_b",
    });
    expect(coins(bare)).not.toContain("creator");
  });
});

it("the writers need no package, so that they are small in a browser", () => {
  const folder = join(import.meta.dirname, "../../src/archive/citations");
  const seen = new Set(
    globSync("*.ts", { cwd: folder })
      .filter((name) => name !== "citation-of.ts")
      .map((name) => join(folder, name)),
  );
  const packages: string[] = [];
  // A loop over a set also visits items that are added during the loop.
  for (const path of seen) {
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(/ from "([^"]+)"/g)) {
      if (name.startsWith(".")) seen.add(join(path, "..", name));
      else packages.push(name);
    }
  }
  expect(packages).toEqual([]);
  expect(seen).not.toContain(join(folder, "citation-of.ts"));
});
