import { paperActions } from "../../archive/paper-actions.ts";
import { number } from "../../i18n/format.ts";
import { discussed, lists } from "../../i18n/strings.ts";
import type { ResultPaper } from "../../search/index/result-documents.ts";
import { element } from "../element.ts";

/** What people say of a paper, and links to it and its code, as in the lists that the build makes. */
export function resultBadges(paper: ResultPaper): HTMLElement[] {
  const { upvotes = 0, comments = 0, titleText, arxiv, listed } = paper;
  const urlOf = linksOf(paper);
  // Daily Papers has a page of each paper that it listed.
  const source = arxiv && listed ? `https://huggingface.co/papers/${arxiv}` : undefined;
  return [
    ...(upvotes > 0 ? [badge(`▲ ${number(upvotes)}`, discussed.upvotes(upvotes), source)] : []),
    ...(comments > 0
      ? [badge(discussed.comments(comments), undefined, source && `${source}#community`)]
      : []),
    ...(urlOf("pdf") ? [badge(lists.pdf, lists.pdfOf(titleText), urlOf("pdf"))] : []),
    ...(urlOf("code") ? [badge(lists.code, lists.codeOf(titleText), urlOf("code"))] : []),
  ];
}

/** Whether a row has something for the margin. */
export function hasBadges(paper: ResultPaper): boolean {
  const urlOf = linksOf(paper);
  return (paper.upvotes ?? 0) + (paper.comments ?? 0) > 0 || Boolean(urlOf("pdf") ?? urlOf("code"));
}

function linksOf({ arxiv, doi, links = [], abstract }: ResultPaper) {
  const ids = { ...(arxiv ? { arxiv } : {}), ...(doi ? { doi } : {}) };
  const { actions } = paperActions({ ids, links, sources: [] }, abstract);
  return (kind: "pdf" | "code") => actions.find((action) => action.kind === kind)?.url;
}

function badge(name: string, label: string | undefined, url: string | undefined): HTMLElement {
  const spoken = label === undefined ? {} : { "aria-label": label };
  if (url !== undefined) {
    return element("a", { class: "badge", href: url, ...spoken }, name);
  }
  if (label === undefined) return element("span", { class: "badge" }, name);
  return element(
    "span",
    { class: "badge" },
    element("span", { "aria-hidden": "true" }, name),
    element("span", { class: "visually-hidden" }, label),
  );
}
