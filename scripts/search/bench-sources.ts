import { join } from "node:path";
import { paperId } from "../../src/schemas/identifiers.ts";
import { byDateAndId, type SearchSource } from "../../src/search/index/record.ts";
import { randomNumbers } from "../research/learn-vectors.ts";
import { evaluationPapers } from "./evaluation-papers.ts";

const texts = join(import.meta.dirname, "../../tests/fixtures/search/texts.jsonl.br");

/**
 * So many papers to search among: those of the evaluation, and if more are asked for, others that are
 * recombined from their titles, authors and sentences. The same every time.
 */
export function benchSources(count: number): SearchSource[] {
  const real = evaluationPapers(texts);
  const random = randomNumbers(count);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new RangeError("There is nothing to choose from.");
    return value;
  };
  const sentences = real.flatMap(({ abstract }) => abstract.split(/(?<=[.?!]) (?=[A-Z])/));
  const made = Array.from({ length: Math.max(0, count - real.length) }, (_, at): SearchSource => {
    const one = pick(real);
    const [front = "", back = ""] = [pick(real).title, pick(real).title];
    const [left, right] = [front.split(" "), back.split(" ")];
    const title = [
      ...left.slice(0, Math.ceil(left.length / 2)),
      ...right.slice(right.length >> 1),
    ].join(" ");
    return {
      paper: { ...one.paper, id: paperId.parse(`made-${at}`), titleText: title },
      title,
      abstract: Array.from({ length: 7 + Math.floor(random() * 4) }, () => pick(sentences)).join(
        " ",
      ),
      notes: "",
    };
  });
  return [...real.slice(0, count), ...made].sort(byDateAndId);
}
