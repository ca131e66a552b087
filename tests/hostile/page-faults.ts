import type { WholePaper } from "../../src/archive/export-archive.ts";
import {
  renderMarkdown,
  renderParts,
  renderPlain,
  renderTitle,
} from "../../src/archive/render-markdown.ts";
import { htmlFaults } from "./html-faults.ts";

/** An entry as it is on disk, and as it is read. */
export interface DiskEntry extends WholePaper {
  path: string;
  text: string;
}

/** Words in which nothing has a meaning to Markdown. */
const plain = /^[\w\s,.]*$/;

function abstractHtml(abstract: string): string[] {
  const { sentence, rest } = renderParts(abstract);
  return [renderMarkdown(abstract).html, sentence.html, rest?.html ?? "", renderPlain(abstract)];
}

function titleHtml(title: string): string[] {
  return [`<h1>${renderTitle(title).html}</h1>`];
}

/** Elements that cannot be in a title, which is within a link. */
function blocksIn(title: string): string[] {
  return /<(?:a|p|h\d|ul|ol|li|pre|blockquote)[\s>]/.exec(renderTitle(title).html) ?? [];
}

/** What an entry brings into pages, besides text, or an empty list. */
export function pageFaults({ entry, abstract, path }: DiskEntry): string[] {
  const html = [
    ...(plain.test(abstract) ? [] : abstractHtml(abstract)),
    ...(plain.test(entry.title) ? [] : titleHtml(entry.title)),
  ].flatMap(htmlFaults);
  const title = html.length === 0 && !plain.test(entry.title) ? blocksIn(entry.title) : [];
  const urls = entry.links.filter(({ url }) => !/^https?:\/\/[^\s"<>]+$/.test(url));
  const place = /^(?:\d{4}|undated)\/[a-z0-9][a-z0-9._-]*\.mdx$/.test(path) ? [] : [`path ${path}`];
  return [...html, ...title, ...urls.map(({ url }) => url), ...place, ...unprintable(entry)];
}

/** Texts with characters that no feed, address or search index can hold. */
function unprintable(value: unknown): string[] {
  const text = JSON.stringify(value);
  return /\\u(?:d[89a-f]|00[01])|[\u202A-\u202E\u2066-\u2069\u0080-\u009F]/i.test(text)
    ? ["characters"]
    : [];
}
