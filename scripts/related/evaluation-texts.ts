import type { PaperTexts } from "../../src/archive/terms/paper-texts.ts";
import { formulaEnd, formulaStart } from "../../src/search/text/normalise.ts";
import { assign, compileTaxonomy } from "../../src/topics/matcher/matcher.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readTaxonomy } from "../../src/workspace/read-taxonomy.ts";
import { evaluationPapers } from "../search/evaluation-papers.ts";

type Texts = Omit<PaperTexts, "topics">;

/** Reads papers from a file of an evaluation, such as `tests/fixtures/search/texts.jsonl.br`. */
export function evaluationTexts(file: string): Texts[] {
  const markdown = (text: string) => text.replaceAll(formulaStart, "$").replaceAll(formulaEnd, "$");
  return evaluationPapers(file).map(({ paper, title, abstract }) => ({
    id: paper.id,
    title: markdown(title),
    abstract: markdown(abstract),
    since: paper.published ?? paper.publishedIn,
  }));
}

/** The papers, each once, with the topics that an archive would assign to them. */
export function withTopics(papers: readonly Texts[]): PaperTexts[] {
  const matcher = compileTaxonomy(
    readTaxonomy(workspaceAt(process.cwd()), { shipped: true }).topics,
  );
  const distinct = new Map(papers.map((paper) => [paper.id, paper]));
  return [...distinct.values()].map((paper) => {
    const { topics } = assign({ titleText: paper.title, abstractText: paper.abstract }, matcher);
    return { ...paper, topics: [...topics] };
  });
}
