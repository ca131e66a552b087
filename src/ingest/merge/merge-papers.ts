import { defined } from "../../schemas/defined.ts";
import { mapStaged, type Staged } from "../../schemas/message.ts";
import type { PaperRecords } from "../identity/group-papers.ts";
import { mathOf } from "../math-facts.ts";
import type { Paper } from "../paper.ts";
import { uniteFacts } from "./facts.ts";
import { bestText, bestTitle } from "./texts.ts";

/** Merges all records of a paper: takes the best texts and combines the facts. */
export function mergePapers(papers: readonly PaperRecords[]): Staged<Paper[]> {
  return mapStaged(papers, unite);
}

function unite({ id, aliases, titleText, records, note }: PaperRecords): Staged<Paper> {
  const [best, fullest] = [bestTitle(records), bestText(records)];
  const { value: facts, messages } = uniteFacts(records, best);
  const textSources = {
    title: { source: best.source, printed: best.printed.title, math: best.math.title },
    abstract: {
      source: fullest.source,
      printed: fullest.printed.abstract,
      math: fullest.math.abstract,
    },
    ...defined({ annotation: records.find((one) => one.annotation !== undefined)?.source }),
  };
  const value = {
    id,
    title: best.title,
    titleText,
    abstract: fullest.abstract,
    ...facts,
    aliases,
    math: mathOf(textSources, facts.sources),
    ...defined({ original: fullest.original, originalTitle: best.originalTitle, note }),
    textSources,
  };
  return { value, messages };
}
