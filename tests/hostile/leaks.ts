import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import type { Root } from "mdast";
import { parse as parseHtml } from "node-html-parser";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { citationOf } from "../../src/archive/citations/citation-of.ts";
import { coins } from "../../src/archive/citations/coins.ts";
import { type Citation, citationFormats } from "../../src/archive/citations/index.ts";
import { paperTags } from "../../src/archive/citations/paper-tags.ts";
import { exportFormats, type WholePaper } from "../../src/archive/export-archive.ts";
import { atomFeed } from "../../src/archive/feeds/atom.ts";
import { datedItems } from "../../src/archive/feeds/dates.ts";
import type { FeedItem } from "../../src/archive/feeds/feed.ts";
import { jsonFeed } from "../../src/archive/feeds/json-feed.ts";
import { rssFeed } from "../../src/archive/feeds/rss.ts";
import { linkedDataText, paperNode } from "../../src/archive/linked-data.ts";
import { cardFiles } from "../../src/archive/make-paper-cards.ts";
import { cardFile } from "../../src/archive/paper-cards.ts";
import { renderForFeed } from "../../src/archive/render-feed.ts";
import { annotated } from "../../src/notes/annotated.ts";
import { noteForFeed } from "../../src/notes/note-for-feed.ts";
import { noteTemplate } from "../../src/notes/note-template.ts";
import { publishNote } from "../../src/notes/publish-note.ts";
import type { PaperEntry } from "../../src/schemas/paper.ts";
import { allBut } from "../fixtures/needed-files.ts";
import { atomFaults, rssFaults } from "./feed-faults.ts";
import { htmlFaults } from "./html-faults.ts";
import { mailLeaks, opmlLeaks } from "./mail-leaks.ts";
import { readingListLeaks, vaultLeaks } from "./vault-leaks.ts";

const context = { title: "Papers", addressOf: (id: string) => `https://papers.example/${id}/` };

/** Fields, records and elements that exports and feeds have beyond those of the papers, as parsers read them. */
export function leaks(papers: readonly WholePaper[]): string[] {
  const citations = papers.map(({ entry, abstract }) =>
    citationOf(entry, {
      address: context.addressOf(entry.id),
      abstract,
      keywords: entry.keywords,
    }),
  );
  return [
    ...bibtexLeaks(citations),
    ...risLeaks(citations),
    ...cslLeaks(citations),
    ...citations.flatMap(pageTagLeaks),
    ...papers.flatMap(({ entry, abstract }, index) =>
      linkedDataLeaks(entry, citations[index], abstract),
    ),
    ...markdownLeaks(papers),
    ...jsonLeaks(papers),
    ...feedLeaks(papers),
    ...mailLeaks(papers),
    ...opmlLeaks(papers),
    ...vaultLeaks(papers),
    ...readingListLeaks(papers),
    ...papers.flatMap(annotationLeaks),
  ];
}

function written(name: string, citations: readonly Citation[]): string {
  return citationFormats.find((format) => format.name === name)?.write(citations) ?? "";
}

const bibtexFields = new Set(
  "title author year month day journal booktitle volume number pages maintitle publisher keywords eprint archiveprefix primaryclass doi url ids abstract annote eprinttype editor school institution type address series edition isbn issn howpublished note organization entrysubtype csltype venuetype offprint".split(
    " ",
  ),
);

function bibtexLeaks(citations: readonly Citation[]): string[] {
  const { entries, errors, strings } = parseBibtex(written("BibTeX", citations), {
    verbatimFields: ["title", "author", "abstract", "annote", "url", "doi"],
    sentenceCase: false,
  });
  return [
    ...differences(
      "BibTeX",
      entries.map(({ key }) => key),
      citations.map(({ id, key = id }) => key),
    ),
    ...errors.map(({ error }) => `BibTeX ${error}`),
    ...Object.keys(strings).map((name) => `BibTeX @string ${name}`),
    ...entries.flatMap(({ fields }) =>
      Object.keys(fields)
        .filter((name) => !bibtexFields.has(name))
        .map((name) => `BibTeX ${name}`),
    ),
  ];
}

function risLeaks(citations: readonly Citation[]): string[] {
  const lines = written("RIS", citations).split(/\r\n|[\r\n\u2028\u2029\u0085]/);
  const ids = lines.filter((line) => line.startsWith("ID  - ")).map((line) => line.slice(6));
  const counts = ["TY", "ER", "TI"].map(
    (tag) => lines.filter((line) => line.startsWith(tag)).length,
  );
  return [
    ...differences(
      "RIS",
      ids,
      citations.map(({ id, key = id }) => key),
    ),
    ...counts.filter((count) => count !== citations.length).map((count) => `RIS ${count} records`),
    ...lines
      .filter((line) => line !== "" && !/^[A-Z][A-Z0-9] {2}- /.test(line))
      .map((line) => `RIS ${line}`),
  ];
}

const cslFields = new Set(
  "id type title author issued container-title volume issue page genre publisher number DOI URL abstract keyword annote editor publisher-place collection-title edition ISBN ISSN note citation-key custom".split(
    " ",
  ),
);

function cslLeaks(citations: readonly Citation[]): string[] {
  const items: { id: string }[] = JSON.parse(written("CSL-JSON", citations));
  return [
    ...differences(
      "CSL",
      items.map(({ id }) => id),
      citations.map(({ id, key = id }) => key),
    ),
    ...items.flatMap((item) =>
      Object.keys(item)
        .filter((name) => !cslFields.has(name))
        .map((name) => `CSL ${name}`),
    ),
  ];
}

/** COinS and the tags for Google Scholar and Zotero. */
function pageTagLeaks(citation: Citation): string[] {
  const names = [...new URLSearchParams(coins(citation)).keys()];
  const allowed =
    /^(?:ctx_ver|rft_val_fmt|rft_id|rft\.(?:type|title|au|source|publisher|date|identifier))$/;
  const tags = paperTags(citation).filter(
    ({ name }) => !/^(?:citation_[a-z_]+|DC\.(?:type|source|creator))$/.test(name),
  );
  return [
    ...names.filter((name) => !allowed.test(name)).map((name) => `COinS ${name}`),
    ...(names.filter((name) => name === "rft.title").length > 1 ? ["COinS titles"] : []),
    ...tags.map(({ name }) => `meta ${name}`),
  ];
}

/** The data for search engines, inside of a `<script>`. */
function linkedDataLeaks(
  entry: PaperEntry,
  citation: Citation | undefined,
  abstract: string,
): string[] {
  if (!citation) return [];
  const site = { title: "Papers </script>", address: "https://papers.example/" };
  const node = paperNode(entry, { citation, abstract, topics: entry.keywords, site });
  const text = linkedDataText([node]);
  const read = JSON.parse(text);
  const root = parseHtml(`<script type="application/ld+json">${text}</script><p>end</p>`);
  return [
    ...(/[<>&\u2028\u2029\n]/.test(text) ? ["JSON-LD markup"] : []),
    ...(read.name === node["name"] && read.abstract === node["abstract"] ? [] : ["JSON-LD text"]),
    ...(root.childNodes.length === 2 ? [] : ["JSON-LD elements"]),
    ...JSON.stringify(node)
      .matchAll(/"(?:url|sameAs|contentUrl)":\[?"(?!https?:)[^"]*/g)
      .map(([found]) => `JSON-LD ${found}`),
  ];
}

const markdown = unified().use(remarkParse).use(remarkGfm);

function markdownLeaks(papers: readonly WholePaper[]): string[] {
  const text = exportFormats.find(({ key }) => key === "markdown")?.write(papers, context) ?? "";
  const tree: Root = markdown.parse(text);
  const found: string[] = [];
  let headings = 0;
  visit(tree, (node) => {
    if (node.type === "heading") headings += 1;
    if (/^(?:html|image|imageReference|definition|table|list|code|footnote\w+)$/.test(node.type)) {
      found.push(`Markdown ${node.type}`);
    }
    if (node.type === "link" && !/^(?:https?|mailto):/.test(node.url))
      found.push(`Markdown ${node.url}`);
  });
  return [...found, ...(headings === papers.length + 1 ? [] : [`Markdown ${headings} headings`])];
}

function jsonLeaks(papers: readonly WholePaper[]): string[] {
  const lines = exportFormats.find(({ key }) => key === "jsonl")?.write(papers, context) ?? "";
  const ids = lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).id);
  const cards = cardFiles(papers.map(({ entry }) => entry)).flatMap(
    (file) => cardFile.parse(JSON.parse(JSON.stringify(file))).papers,
  );
  return [
    ...differences(
      "JSON lines",
      ids,
      papers.map(({ entry }) => entry.id),
    ),
    ...differences(
      "cards",
      cards.map(({ id }) => id).sort(),
      papers.map(({ entry }) => entry.id).sort(),
    ),
  ];
}

const info = {
  id: "https://papers.example/",
  title: "Papers",
  description: "Papers",
  language: "en",
  owner: "An Owner",
  page: "https://papers.example/",
  self: "https://papers.example/feed.xml",
};

function feedLeaks(papers: readonly WholePaper[]): string[] {
  if (papers.length === 0) return [];
  const abstracts = new Map(papers.map(({ entry, abstract }) => [entry, abstract]));
  const dated = datedItems({ papers: [...abstracts.keys()], days: [] });
  const items = dated.map(
    ({ paper, dates }): FeedItem => ({
      id: context.addressOf(paper.id),
      title: paper.titleText,
      address: context.addressOf(paper.id),
      dates,
      issued: paper.published,
      authors: paper.authors,
      topics: paper.keywords,
      ...renderForFeed(abstracts.get(paper) ?? ""),
    }),
  );
  const addresses = items.map(({ address }) => address);
  const ids = ({ id }: { id: string }) => id;
  const json = JSON.parse(jsonFeed(info, items));
  const [atom, rss] = [atomFeed(info, items), rssFeed(info, items)];
  return [
    ...differences("Atom", parseAtomFeed(atom).entries?.map(({ id }) => id) ?? [], addresses),
    ...differences("RSS", parseRssFeed(rss).items?.map(({ guid }) => guid?.value) ?? [], addresses),
    ...differences("JSON Feed", json.items.map(ids), addresses),
    ...atomFaults(atom),
    ...rssFaults(rss),
    ...items.flatMap(({ html, xhtml }) => [...htmlFaults(html), ...htmlFaults(xhtml)]),
  ];
}

const noteContext = {
  rules: { components: [], code: false },
  names: { paper: () => undefined, topic: (id: string) => id },
  files: allBut(),
};

/** An annotation on the paper's page, in feeds, and as the text of a new note. */
function annotationLeaks({ entry }: WholePaper): string[] {
  const settings = { annotations: true, tagsFrom: ["keywords" as const, "collections" as const] };
  const shown = annotated(undefined, entry, settings);
  if (!shown) return [];
  const text = noteTemplate(entry.titleText, entry.annotation);
  const { value, messages } = publishNote({ path: "content/notes/a.mdx", text }, noteContext);
  const isText = entry.annotation === undefined || value?.mdx !== undefined;
  return [
    ...htmlFaults(shown.html ?? ""),
    ...htmlFaults(noteForFeed(shown, "text", "Note")?.html ?? ""),
    ...(isText && messages.every(({ severity }) => severity !== "error")
      ? []
      : [`a new note with ${entry.annotation}`]),
  ];
}

function differences(
  what: string,
  found: readonly unknown[],
  expected: readonly unknown[],
): string[] {
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`${what}: ${found.length} of ${expected.length} records, or others`];
}
