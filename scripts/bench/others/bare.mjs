// The same site as Eleventy's, by a script alone: `node bare.mjs INPUT OUTPUT`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import yaml from "js-yaml";
import { citationFiles, citations, listPage, markdown, pagesOfLists, paperPage } from "./site.mjs";

const [, , input, output] = process.argv;
const md = markdown();
const kinds = JSON.parse(readFileSync(join(input, "_data/kinds.json"), "utf8"));
const papers = readdirSync(join(input, "papers"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => {
    const [, head, body] = readFileSync(join(input, "papers", name), "utf8").split(/^---\n/m);
    const { paper } = yaml.load(head, { schema: yaml.JSON_SCHEMA });
    return { paper, abstract: md.render(body) };
  });

function write(path, text) {
  const file = join(output, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

for (const { paper, abstract } of papers)
  write(`papers/${paper.id}/index.html`, paperPage(paper, abstract, md));
for (const list of pagesOfLists(papers)) write(list.path, listPage(list, md));
for (const file of citationFiles(papers, kinds)) write(file.path, citations(file));
