import type { Message } from "../schemas/message.ts";
import { maybeCutOff, papersMissing, report } from "../schemas/rules.ts";
import { fold } from "../text/fold.ts";
import type { FormerPaper } from "./identity/read-ledger.ts";

/** A seed that could not be read in whole. */
export interface FaultySeed {
  path: string;
  /** Its text, if the faults are on some of its lines only. Otherwise nothing is known of its papers. */
  text?: string;
}

/** The seeds of which messages say that a part was not read. */
export function faultySeeds(
  messages: readonly Message[],
  paths: readonly string[],
): { path: string; isPartly: boolean }[] {
  const isFault = ({ rule, severity }: Message) =>
    severity === "error" || rule === maybeCutOff.name;
  const byFile = Map.groupBy(messages.filter(isFault), ({ place }) => place?.file);
  return paths.flatMap((path) => {
    const own = byFile.get(path) ?? [];
    const isPartly = own.every(
      ({ rule, place }) => rule !== maybeCutOff.name && place?.line !== undefined,
    );
    return own.length > 0 ? [{ path, isPartly }] : [];
  });
}

/**
 * Reports published papers that the site would lose because of faults in seeds. A paper that no seed had before
 * the fault either is not among them, as far as the text of the seed tells.
 */
export function reportLostPapers(
  published: readonly FormerPaper[],
  present: ReadonlySet<string>,
  seeds: readonly FaultySeed[],
): Message[] {
  const absent = published.filter(
    ({ paper, lines }) => !present.has(paper) && !lines.some(({ address }) => present.has(address)),
  );
  const texts = seeds.map(({ path, text }) => ({ path, text, folded: fold(text ?? "") }));
  return texts.flatMap(({ path, text, folded }) => {
    const lost = absent.filter(
      (paper) => mayBeFrom(paper, path) && (text === undefined || isNamed(paper, text, folded)),
    );
    const [first] = lost;
    if (!first) return [];
    const title = first.lines.find((line) => line.title !== "")?.title ?? first.paper;
    return [report(papersMissing, { count: lost.length, title }, { file: path })];
  });
}

function mayBeFrom({ lines }: FormerPaper, path: string): boolean {
  const files = lines.flatMap(({ file }) => file ?? []);
  return files.length === 0 || files.includes(path);
}

function isNamed({ lines }: FormerPaper, text: string, folded: string): boolean {
  return lines.some(({ title, key, arxiv, doi }) => {
    const name = fold(title);
    return (
      (name !== "" && folded.includes(name)) ||
      [key, arxiv, doi].some((id) => id !== undefined && text.includes(id))
    );
  });
}
