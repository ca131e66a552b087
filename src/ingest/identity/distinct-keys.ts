import type { Staged } from "../../schemas/message.ts";
import { citationKeyTaken, report } from "../../schemas/rules.ts";
import type { Paper } from "../paper.ts";

/**
 * Takes the citation key from papers whose key an earlier paper has, or is the id of another one, so
 * that each entry of an export has a key of its own. BibTeX does not distinguish case in keys.
 */
export function distinctKeys(papers: readonly Paper[]): Staged<Paper[]> {
  const owners = new Map(papers.map((paper) => [paper.id.toLowerCase(), paper]));
  const messages: Staged<Paper[]>["messages"] = [];
  const value = papers.map((paper) => {
    const key = paper.citationKey;
    if (key === undefined) return paper;
    const owner = owners.get(key.toLowerCase());
    if (owner === undefined || owner === paper) {
      owners.set(key.toLowerCase(), paper);
      return paper;
    }
    const { file, line } = paper.textSources.title.source;
    const params = { key, title: paper.titleText, other: owner.titleText };
    messages.push(report(citationKeyTaken, params, { file, line }));
    const { citationKey: _, ...rest } = paper;
    return rest;
  });
  return { value, messages };
}
