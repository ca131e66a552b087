import { placePapers } from "../../src/archive/map/place-papers.ts";
import { relate } from "../../src/archive/related/relate.ts";
import { termVectors } from "../../src/archive/terms/term-vectors.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readEntries } from "../../src/workspace/read-files.ts";

/**
 * Relates and maps the papers of the workspace in the current folder, for the benchmark to measure.
 */
const entries = await readEntries(workspaceAt(process.cwd()));
const papers = [...entries].map(([path, text]) => {
  const { data, abstract } = parseEntry(path, text);
  return { id: String(data.id), title: data.title, abstract, topics: data.topics };
});
const seconds = <T>(work: () => T): [T, string] => {
  const started = performance.now();
  const value = work();
  return [value, `${((performance.now() - started) / 1000).toFixed(1)} s`];
};
const [vectors, weighing] = seconds(() => termVectors(papers));
const [related, relating] = seconds(() => relate(papers, vectors));
const [places, placing] = seconds(() => placePapers(vectors));
console.log(
  `${papers.length} papers weighed in ${weighing}; ${Object.keys(related).length} related to others in ${relating}; ${places.length} placed on the map in ${placing}`,
);
