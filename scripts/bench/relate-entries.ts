import { relate } from "../../src/archive/related/relate.ts";
import { termVectors } from "../../src/archive/terms/term-vectors.ts";
import { parseEntry } from "../../src/project/entries.ts";
import { projectAt } from "../../src/project/paths.ts";
import { readEntries } from "../../src/project/read-files.ts";

/** Relates the papers of the project in the working folder, for the bench to measure. */
const entries = await readEntries(projectAt(process.cwd()));
const papers = [...entries].map(([path, text]) => {
  const { data, abstract } = parseEntry(path, text);
  return { id: String(data.id), title: data.title, abstract, topics: data.topics };
});
const started = performance.now();
const related = relate(papers, termVectors(papers));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${Object.keys(related).length} of ${papers.length} papers have related ones; ${seconds} s`,
);
