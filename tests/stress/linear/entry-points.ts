import { z } from "zod";
import { bibtexEntry } from "../../../src/archive/citations/bibtex.ts";
import { citationOf } from "../../../src/archive/citations/citation-of.ts";
import { cslJsonEntry } from "../../../src/archive/citations/csl-json.ts";
import { risRecord } from "../../../src/archive/citations/ris.ts";
import { parseMarkdown } from "../../../src/archive/inline-content.ts";
import { phrasesIn } from "../../../src/archive/related/shared-phrases.ts";
import {
  renderMarkdown,
  renderParts,
  renderPlain,
  renderTitle,
} from "../../../src/archive/render-markdown.ts";
import { splitWords } from "../../../src/archive/terms/split-terms.ts";
import { checkEntry } from "../../../src/ingest/check-entry.ts";
import { clean } from "../../../src/ingest/clean.ts";
import { cleanField } from "../../../src/ingest/clean-field.ts";
import { sameWork } from "../../../src/ingest/identity/same-work.ts";
import { restoreMath } from "../../../src/ingest/restore-math.ts";
import { toMdx } from "../../../src/ingest/to-mdx.ts";
import { mathmlOf } from "../../../src/math/mathml.ts";
import { plainFormula } from "../../../src/math/plain-formula.ts";
import { findWholeMath } from "../../../src/math/restore/index.ts";
import { typeset } from "../../../src/math/typeset.ts";
import { findText } from "../../../src/notes/locate-corrections.ts";
import { noteNames } from "../../../src/notes/note-text.ts";
import { parseNote } from "../../../src/notes/parse-note.ts";
import { publishNote } from "../../../src/notes/publish-note.ts";
import { parseYaml } from "../../../src/schemas/parse-yaml.ts";
import { queryTerms } from "../../../src/search/engine/query-terms.ts";
import { buildIndex } from "../../../src/search/index/build-index.ts";
import { paperText } from "../../../src/search/index/paper-text.ts";
import { parseQuery } from "../../../src/search/query/parse-query.ts";
import { excerpt } from "../../../src/search/text/excerpt.ts";
import { formulaWords } from "../../../src/search/text/formula.ts";
import { normalise } from "../../../src/search/text/normalise.ts";
import { arxivIn } from "../../../src/text/arxiv-id.ts";
import { doiField, doiIn } from "../../../src/text/doi.ts";
import { parseInline } from "../../../src/text/inline-markdown.ts";
import { idsIn } from "../../../src/text/paper-ids.ts";
import { publicationOf } from "../../../src/text/publication-date.ts";
import { slugOf } from "../../../src/text/slug.ts";
import { assign, compileTaxonomy } from "../../../src/topics/matcher/matcher.ts";
import { workspaceAt } from "../../../src/workspace/paths.ts";
import { readTaxonomy } from "../../../src/workspace/read-taxonomy.ts";
import { allThere } from "../../fixtures/needed-files.ts";
import { entry, mergeRecords, raw, record, topicPaper } from "../../fixtures/papers.ts";
import { readText } from "../../fixtures/read.ts";

const matcher = compileTaxonomy(readTaxonomy(workspaceAt("."), { shipped: true }).topics);
const citation = (titleText: string, names: string[] = []) =>
  citationOf(
    {
      ...entry({ id: "a" }),
      titleText,
      title: titleText,
      authors: names.map((name) => ({ name })),
    },
    { abstract: titleText },
  );
const json = (value: unknown) => JSON.stringify(value);
const xml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const source = { paper: entry({ id: "a" }), title: "A", notes: "" };
const note = (text: string) =>
  publishNote(
    { path: "content/notes/a.mdx", text },
    {
      rules: { components: ["Aside"], code: false },
      names: noteNames([], (id) => id),
      files: allThere,
    },
  );

type EntryPoints = Readonly<Record<string, (text: string) => unknown>>;

/** What reads a text of any length, by name. */
export const linearPoints: EntryPoints = {
  "read: any file": (text) => readText(text),
  "read: BibTeX": (text) => readText(`@article{a, title={On X}, abstract={${text}}}`),
  "read: BibTeX title and names": (text) =>
    readText(
      `@article{a, title={${text}}, author={${text}}, journal={${text}}, pages={${text}}, year={${text}}}`,
    ),
  "read: BibTeX quoted": (text) =>
    readText(
      `@article{a, title="${text}", note="${text}", doi="${text}", url="${text}", keywords="${text}"}`,
    ),
  "read: RIS": (text) =>
    readText(
      `TY  - JOUR\nTI  - On X\nAB  - ${text}\nN1  - ${text}\nDO  - ${text}\nAU  - ${text}\nPY  - ${text}\nER  - \n`,
    ),
  "read: CSL-JSON": (text) =>
    readText(
      json([
        {
          id: "a",
          type: "article-journal",
          title: text,
          abstract: text,
          author: [{ family: text, given: text }],
          "container-title": text,
          DOI: text,
          note: text,
          URL: text,
        },
      ]),
    ),
  "read: Zotero": (text) =>
    readText(
      json([
        {
          itemType: "journalArticle",
          title: text,
          abstractNote: text,
          creators: [{ creatorType: "author", lastName: text }],
          extra: text,
          date: text,
          pages: text,
          url: text,
        },
      ]),
    ),
  "read: Semantic Scholar": (text) =>
    readText(
      json({
        data: [
          {
            paperId: "a",
            title: text,
            abstract: text,
            externalIds: { ArXiv: text, DOI: text },
            authors: [{ name: text }],
            publicationDate: text,
          },
        ],
      }),
    ),
  "read: Daily Papers API": (text) =>
    readText(
      json([
        {
          paper: { id: "2401.00001", title: text, summary: text, authors: [{ name: text }] },
          publishedAt: "2025-11-13T00:00:00.000Z",
        },
      ]),
    ),
  "read: broken JSON": (text) =>
    readText(`[{"paper":{"id":"2401.00001","title":"On X","summary":"${text}`),
  "read: Atom": (text) =>
    readText(
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.00001v1</id><title>${xml(text)}</title><summary>${xml(text)}</summary><author><name>${xml(text)}</name></author></entry></feed>`,
    ),
  "read: Atom with raw text": (text) =>
    readText(
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.00001v1</id><title>A</title><summary>${text}</summary></entry></feed>`,
    ),
  "read: Daily Papers page": (text) =>
    readText(`Daily Papers\n\nNov 13\n\nOn X\n\n${text}\n\n  • 2 authors\n\n·\n\nNov 12, 2025\n\n`),
  "read: Daily Papers title": (text) =>
    readText(
      `Daily Papers\n\nNov 13\n\n${text}\n\nWe test.\n\n  • 2 authors\n\n·\n\nNov 12, 2025\n\n`,
    ),
  "read: YAML": (text) => readText(`- title: On X\n  abstract: ${text}\n`),
  "read: YAML quoted": (text) =>
    readText(`- title: ${json(text)}\n  abstract: ${json(text)}\n  arxiv: ${json(text)}\n`),
  "read: list of ids": (text) => readText(`2401.00001\n${text}\n`),
  "find formulas": (text) => findWholeMath(text),
  "clean words": (text) => cleanField(text),
  "parse inline": (text) => parseInline(text, []),
  clean: (text) =>
    clean(
      restoreMath(
        raw({
          title: text,
          abstract: text,
          authors: [{ name: text }],
          venue: { kind: "journal", name: text },
        }),
        { formulaConfidence: 0.5 },
      ),
    ),
  identify: (text) =>
    mergeRecords([record({ title: text }), record({ title: `${text}.`, abstract: text })]),
  "same work": (text) =>
    sameWork([
      topicPaper({ title: "A", abstract: text }),
      topicPaper({ title: "B", abstract: `${text} a` }),
    ]),
  "write entry": (text) => {
    const title = record({ title: text }).titleText === "" ? "On X" : text;
    return toMdx(topicPaper({ title, abstract: text }));
  },
  "typeset formula": (text) => typeset(text),
  "formula as plain text": (text) => plainFormula(text),
  "formula for search": (text) => formulaWords(text),
  "normalise for search": (text) => normalise(text),
  "index for search": (text) => buildIndex([{ ...source, abstract: text }], (id) => id),
  "excerpt of a result": (text) => excerpt(text, new Set(["a"])),
  "parse query": (text) =>
    queryTerms(parseQuery(text).query.parts.filter(({ kind }) => kind === "word") as never, {
      typing: false,
      pairs: new Set(),
    }),
  "topics of a title": (text) => assign({ titleText: text, abstractText: "" }, matcher),
  "topics of an abstract": (text) => assign({ titleText: "On X", abstractText: text }, matcher),
  "terms of a text": (text) => splitWords(text),
  "shared phrases": (text) => phrasesIn({ title: text, abstract: text } as never),
  "text of a correction": (text) => findText(text, "a b"),
  YAML: (text) => parseYaml("content/site.yaml", text, z.unknown()),
  ids: (text) => [
    idsIn(text),
    arxivIn(text),
    doiIn(text),
    doiField(text),
    publicationOf(text),
    slugOf(text),
  ],
};

/** What takes a text as it is, and says so, if it is too long for a parser of Markdown or KaTeX. */
export const limitedPoints: EntryPoints = {
  "BibTeX entry": (text) => bibtexEntry(citation(text, [text])),
  "RIS record": (text) => risRecord(citation(text, [text])),
  "CSL-JSON entry": (text) => cslJsonEntry(citation(text, [text])),
  "mark formulas": (text) =>
    restoreMath(raw({ title: text, abstract: text, damaged: true }), { formulaConfidence: 0.5 }),
  "check entry": (text) => {
    const paper = topicPaper({ title: "On X", abstract: text });
    return checkEntry(toMdx(paper), paper);
  },
  "parse Markdown": (text) => parseMarkdown(text),
  "render Markdown": (text) => renderMarkdown(text),
  "render title": (text) => renderTitle(text),
  "render in parts": (text) => renderParts(text),
  "render for feeds": (text) => renderPlain(text),
  "formula as MathML": (text) => mathmlOf(text),
  "text for search": (text) => paperText(text),
  note: (text) => note(text),
  "note with front matter": (text) => [
    parseNote({ path: "content/notes/a.mdx", text: `---\ntags: ${text}\n---\n${text}` }),
    note(`---\ntags: [a]\n---\n${text}`),
  ],
};
