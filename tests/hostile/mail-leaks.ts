import { parseOpml } from "feedsmith";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { choosePapers } from "../../src/archive/digest/choose-papers.ts";
import { digestOf } from "../../src/archive/digest/digest.ts";
import { digestHtml } from "../../src/archive/digest/write-html.ts";
import type { WholePaper } from "../../src/archive/export-archive.ts";
import { opmlFile } from "../../src/archive/feeds/opml.ts";
import { digestWords } from "../../src/i18n/digest-words.ts";

const choice = { from: "1990-01-01", until: "2100-01-01", topics: [] };
const elements = new Set("html head meta title style body table tbody tr td h1 h2 p a".split(" "));
const attributes = new Set(
  "align bgColor border cellPadding cellSpacing charSet className content dir href lang name role style width".split(
    " ",
  ),
);
const home = "https://papers.example/";

/** What the HTML of a mail has beyond its papers, as a browser parses it: elements, attributes, addresses. */
export function mailLeaks(papers: readonly WholePaper[]): string[] {
  if (papers.length === 0) return [];
  const digest = digestOf(choosePapers(papers, choice), choice, {
    language: "en",
    words: digestWords("en"),
    title: "Papers",
    home,
    addressOf: (id) => `${home}${id}/`,
    topicName: (id) => id,
  });
  const found: string[] = [];
  let headings = 0;
  visit(fromHtml(digestHtml(digest)), (node) => {
    if (node.type === "comment") found.push("mail comment");
    if (node.type !== "element") return;
    if (node.tagName === "h2") headings += 1;
    found.push(...elementLeaks(node));
  });
  return headings === digest.rows.length ? found : [...found, `mail with ${headings} headings`];
}

function elementLeaks({ tagName, properties }: Element): string[] {
  const href = properties["href"];
  return [
    ...(elements.has(tagName) ? [] : [`mail <${tagName}>`]),
    ...Object.keys(properties)
      .filter((name) => !attributes.has(name))
      .map((name) => `mail ${name}`),
    ...(href === undefined || String(href).startsWith(home) ? [] : [`mail href=${href}`]),
    ...(/url\(|expression/i.test(String(properties["style"] ?? "")) ? ["mail style"] : []),
  ];
}

/** Whether OPML has one feed for each paper's names, and nothing else of theirs. */
export function opmlLeaks(papers: readonly WholePaper[]): string[] {
  const names = papers.flatMap(({ entry: { authors } }) => authors.map(({ name }) => name));
  const feeds = names.map((name) => ({ title: name, description: name, page: home, self: home }));
  if (feeds.length === 0) return [];
  const xml = opmlFile({ title: "Papers", owner: names[0] ?? "" }, [{ name: "Authors", feeds }]);
  const [group] = parseOpml(xml).body?.outlines ?? [];
  return group?.outlines?.length === feeds.length ? [] : ["OPML outlines"];
}
