import type { Message } from "../../schemas/message.ts";
import { report, twoIdsOneTitle } from "../../schemas/rules.ts";
import { noteFile } from "../note-file.ts";
import { fewRecords } from "./candidates.ts";
import { evidenceOf } from "./evidence.ts";
import type { PaperRecords } from "./group-papers.ts";
import { toldApart } from "./same-work.ts";
import { textKeysOf } from "./text-keys.ts";
import { type Traits, traitsOf } from "./traits.ts";
import { ruleFor } from "./verdict.ts";

/**
 * Reports papers that would be one if they did not have different DOIs or arXiv ids, such as a preprint and
 * the article. Where both have an abstract, `sameWork` compares these.
 */
export function reportTwoIds(papers: readonly PaperRecords[]): Message[] {
  const isApart = toldApart(papers);
  const byTitle = Map.groupBy(papers, ({ records: [first] }) =>
    first ? textKeysOf(first).title : "",
  );
  return [...byTitle].flatMap(([title, sharing]) =>
    title === "" || sharing.length > fewRecords
      ? []
      : sharing.flatMap((first, index) =>
          sharing
            .slice(index + 1)
            .filter((other) => !isApart(first.id, other.id))
            .flatMap((other) => reportPair(first, other)),
        ),
  );
}

function reportPair(first: PaperRecords, other: PaperRecords): Message[] {
  const [a, b] = [first, other].map(({ records }) => records.map(traitsOf));
  const [one, two] = [a?.[0], b?.[0]];
  const field = (["doi", "arxiv"] as const).find((kind) => differ(a ?? [], b ?? [], kind));
  if (!one || !two || !field) return [];
  const evidence = evidenceOf(one, two, { despiteIds: true });
  if (evidence.abstract !== "unknown" || ruleFor(evidence).verdict !== "one") return [];
  const { source } = one.record;
  const params = {
    field,
    id: other.id,
    title: other.titleText,
    otherId: first.id,
    note: noteFile(first),
    otherPlace: `${source.file}:${source.line}`,
    ids: [idOf(b ?? [], field), idOf(a ?? [], field)],
  };
  const { file, line } = two.record.source;
  return [report(twoIdsOneTitle, params, { file, line })];
}

function differ(a: readonly Traits[], b: readonly Traits[], field: "doi" | "arxiv"): boolean {
  const [own, others] = [idOf(a, field), idOf(b, field)];
  return own !== "" && others !== "" && own !== others;
}

function idOf(records: readonly Traits[], field: "doi" | "arxiv"): string {
  return records.find((one) => one[field] !== undefined)?.[field] ?? "";
}
