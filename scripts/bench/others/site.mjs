// What both other sites show, so that they have the same pages: those of Offprint for papers, days, months and
// topics, and its files of citations.
import katex from "katex";
import markdownIt from "markdown-it";

/** The number of papers on a page of a list, as in Offprint. */
const papersOnAPage = 50;

/** Markdown with formulas in `$…$` and `$$…$$`. */
export function markdown() {
  const md = markdownIt({ html: false });
  md.inline.ruler.before("escape", "math", (state, silent) => {
    if (state.src[state.pos] !== "$") return false;
    const fence = state.src[state.pos + 1] === "$" ? "$$" : "$";
    const start = state.pos + fence.length;
    const end = state.src.indexOf(fence, start);
    if (end < 0 || end === start) return false;
    if (!silent) {
      const token = state.push("math", "", 0);
      token.content = state.src.slice(start, end);
      token.meta = { displayMode: fence === "$$" };
    }
    state.pos = end + fence.length;
    return true;
  });
  md.renderer.rules.math = (tokens, index) =>
    katex.renderToString(tokens[index].content, { ...tokens[index].meta, throwOnError: false });
  return md;
}

const escaped = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text) => String(text).replace(/[&<>"]/g, (character) => escaped[character]);

/** A whole page. */
function page(title, body, { search = false } = {}) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(title)}">
<link rel="stylesheet" href="/katex.min.css">
</head>
<body>
<header><nav><a href="/">Papers</a> <a href="/days/">Days</a> <a href="/topics/">Topics</a> <a href="/search/">Search</a></nav></header>
<main${search ? " data-pagefind-body" : ""}>
${body}
</main>
<footer><p>Made of static files.</p></footer>
</body>
</html>
`;
}

const links = (kind, keys, nameOf = (key) => key) =>
  keys.map((key) => `<a href="/${kind}/${key}/">${escapeHtml(nameOf(key))}</a>`).join(", ");

/** The page of a paper, of its facts and its abstract as HTML. */
export function paperPage(paper, abstract, md) {
  const facts = [
    paper.authors.map(escapeHtml).join(", "),
    escapeHtml(paper.published),
    links("days", paper.days),
    links("topics", paper.topics),
    ...paper.links.map((url) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`),
  ];
  return page(
    paper.titleText,
    `<article>
<h1>${md.renderInline(paper.title)}</h1>
${facts
  .filter(Boolean)
  .map((fact) => `<p>${fact}</p>`)
  .join("\n")}
<div class="abstract">${abstract}</div>
<section id="cite"><h2>Cite</h2><pre>${escapeHtml(bibtex(paper))}</pre></section>
</article>`,
    { search: true },
  );
}

/** A page of a list: of papers with their abstracts as HTML. */
export function listPage({ kind, key, number, of, papers }, md) {
  const rows = papers.map(
    ({ paper, abstract }) => `<li><article>
<h3><a href="/papers/${paper.id}/">${md.renderInline(paper.title)}</a></h3>
<details><summary>Abstract</summary>${abstract}</details>
<p>${paper.authors.slice(0, 3).map(escapeHtml).join(", ")} · ${escapeHtml(paper.published)} · ${links("topics", paper.topics)}</p>
</article></li>`,
  );
  const numbers = Array.from({ length: of }, (_, index) => index + 1).map(
    (at) => `<a href="/${kind}/${key}/${at === 1 ? "" : `${at}/`}">${at}</a>`,
  );
  return page(
    number === 1 ? key : `${key}, page ${number}`,
    `<h1>${escapeHtml(key)}</h1>
<ol>
${rows.join("\n")}
</ol>
${of > 1 ? `<nav>${numbers.join(" ")}</nav>` : ""}`,
  );
}

/** The lists of papers, each a `{ paper, abstract }`: all days, months and topics. */
function groupsOf(papers) {
  const groups = new Map();
  for (const item of papers) {
    for (const kind of ["days", "months", "topics"]) {
      for (const key of item.paper[kind]) {
        const path = `${kind}/${key}`;
        const group = groups.get(path) ?? { kind, key, papers: [] };
        group.papers.push(item);
        groups.set(path, group);
      }
    }
  }
  return [...groups.values()];
}

/** All pages of all lists, each with the path of its file. */
export function pagesOfLists(papers) {
  return groupsOf(papers).flatMap((group) => {
    const of = Math.max(1, Math.ceil(group.papers.length / papersOnAPage));
    return Array.from({ length: of }, (_, index) => ({
      ...group,
      number: index + 1,
      of,
      papers: group.papers.slice(index * papersOnAPage, (index + 1) * papersOnAPage),
      path: `${group.kind}/${group.key}/${index === 0 ? "" : `${index + 1}/`}index.html`,
    }));
  });
}

/** All files of citations, each with its path. `kinds` has their extensions: beside papers, and of lists. */
export function citationFiles(papers, kinds) {
  return [
    ...papers.flatMap((item) =>
      kinds.papers.map((extension) => ({
        path: `papers/${item.paper.id}/paper.${extension}`,
        extension,
        papers: [item],
      })),
    ),
    ...groupsOf(papers)
      .filter(({ kind }) => kind !== "months")
      .flatMap(({ kind, key, papers: found }) =>
        kinds.lists.map((extension) => ({
          path: `${kind}/${key}/papers.${extension}`,
          extension,
          papers: found,
        })),
      ),
  ];
}

const formats = {
  bib: (papers) => papers.map(bibtex).join("\n"),
  ris: (papers) => papers.map(ris).join("\n"),
  json: (papers) => JSON.stringify(papers.map(csl), undefined, 2),
};

/** The text of a file of citations. */
export function citations({ papers, extension }) {
  return formats[extension](papers.map(({ paper }) => paper));
}

function bibtex(paper) {
  const fields = {
    title: `{${paper.titleText}}`,
    author: paper.authors.join(" and "),
    year: paper.published.slice(0, 4),
    url: paper.links[0] ?? "",
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== "");
  return `@misc{${paper.id},\n${lines.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
}

function ris(paper) {
  return [
    "TY  - UNPB",
    `TI  - ${paper.titleText}`,
    ...paper.authors.map((name) => `AU  - ${name}`),
    `PY  - ${paper.published.slice(0, 4)}`,
    ...paper.links.slice(0, 1).map((url) => `UR  - ${url}`),
    "ER  - ",
    "",
  ].join("\n");
}

function csl(paper) {
  return {
    id: paper.id,
    type: "article",
    title: paper.titleText,
    author: paper.authors.map((literal) => ({ literal })),
    issued: { "date-parts": [paper.published.split("-").map(Number)] },
    ...(paper.links[0] ? { URL: paper.links[0] } : {}),
  };
}
