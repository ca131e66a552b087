import { paperId } from "../../schemas/identifiers.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import type { CleanPaper } from "../clean.ts";
import { idsOf } from "../identity/paper-ids.ts";
import { groupSamePapers, type OwnersJoin } from "../identity/same-paper.ts";
import { mathOf } from "../math-facts.ts";
import type { Paper } from "../paper.ts";
import { uniteFacts } from "./facts.ts";
import { bestText, bestTitle } from "./texts.ts";
import { byTrust } from "./trust.ts";

/** Makes one paper of all records that tell of it, and gives each its id. */
export function mergePapers(
  records: CleanPaper[],
  owners: readonly OwnersJoin[] = [],
): Staged<Paper[]> {
  const messages: Message[] = [];
  const groups = groupSamePapers(named(records, messages), owners)
    .map((group) => group.toSorted(byTrust))
    .filter((group) => isFetched(group, messages));
  const ids = idsOf(groups, messages);
  const value = groups.map((group, index) => {
    const { id = "", aliases = [] } = ids[index] ?? {};
    return unite(group, { id, aliases }, messages);
  });
  return { value: value.toSorted((a, b) => (a.id < b.id ? -1 : 1)), messages };
}

/** Records with a title, or with an id by which another record may know it. */
function named(records: CleanPaper[], messages: Message[]): CleanPaper[] {
  return records.filter(({ titleText, ids, source: { file, line } }) => {
    if (titleText !== "" || ids.arxiv || ids.doi) return true;
    messages.push({
      rule: "no-title",
      severity: "error",
      reason: "The title here has no sign that can be seen; the paper is left out.",
      place: { file, line },
      hint: "Write the paper's title into this line, as the page shows it.",
    });
    return false;
  });
}

/** Whether any record of a paper has its title; an id alone is no entry. */
function isFetched(group: CleanPaper[], messages: Message[]): boolean {
  const [first] = group;
  if (!first || group.some(({ titleText }) => titleText !== "")) return first !== undefined;
  const id = first.ids.arxiv ?? first.ids.doi;
  messages.push({
    rule: "not-fetched",
    severity: "warning",
    reason: `Of ${id} only the id is known here, so it has no entry yet.`,
    place: { file: first.source.file, line: first.source.line },
    hint: `Run \`npm run add -- ${id}\` to fetch its title, authors and abstract.`,
  });
  return false;
}

function unite(
  group: CleanPaper[],
  { id, aliases }: { id: string; aliases: string[] },
  messages: Message[],
): Paper {
  const [best, text] = [bestTitle(group), bestText(group)];
  const { title, titleText, originalTitle } = best;
  const { abstract, original } = text;
  return {
    id: paperId.parse(id),
    title,
    titleText,
    abstract,
    ...uniteFacts(group, best, messages),
    aliases: aliases.map((alias) => paperId.parse(alias)),
    math: mathOf(best, text, group),
    ...(original === undefined ? {} : { original }),
    ...(originalTitle === undefined ? {} : { originalTitle }),
    textSources: { title: best.source, abstract: text.source },
  };
}
