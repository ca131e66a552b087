import { flatMapStaged, type Message, type Place, type Staged } from "../../../schemas/message.ts";
import { addressWithoutId, linkWithoutPaper, report } from "../../../schemas/rules.ts";
import { hostIn } from "../../../text/paper-ids.ts";
import { type PaperTarget, paperIn } from "../../../text/paper-target.ts";
import { isPaperHost } from "../id-list.ts";

/** A paper that a list names, and the 1-based line that does. */
export interface ListedPaper {
  target: PaperTarget;
  line: number;
}

/** An address in a list, or an id. */
export interface ListedLink {
  address: string;
  line: number;
}

/** The papers that links lead to. A message says which links of the web lead to none. */
export function papersOfLinks(file: string, links: readonly ListedLink[]): Staged<ListedPaper[]> {
  return flatMapStaged(links, ({ address, line }) => {
    const target = paperIn(address);
    if (target) return { value: [{ target, line }], messages: [] };
    const message = withoutPaper(address, { file, line });
    return { value: [], messages: message ? [message] : [] };
  });
}

/** What to say of a link to no paper: an error where it leads to a site of papers. Links within a folder are nothing. */
export function withoutPaper(address: string, place: Place): Message | undefined {
  const host = hostIn(address);
  if (host === undefined) return undefined;
  return isPaperHost(host)
    ? report(addressWithoutId, { host }, place)
    : report(linkWithoutPaper, { host }, place);
}

/** Each paper once, where the list names it first. */
export function onePerPaper(papers: readonly ListedPaper[]): ListedPaper[] {
  const seen = new Set<string>();
  return papers.filter(({ target }) => {
    const key = keyOf(target);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The id of a target, as one gives it to `npm run add`. */
export function nameOf(target: PaperTarget): string {
  if (target.kind === "openreview") return `https://openreview.net/forum?id=${target.id}`;
  if (target.kind === "doi") return target.doi;
  return /^[0-9a-f]{40}$/.test(target.id)
    ? `https://www.semanticscholar.org/paper/${target.id}`
    : target.id;
}

// DOIs are the same in any case.
function keyOf(target: PaperTarget): string {
  return target.kind === "doi" ? `doi ${target.doi.toLowerCase()}` : `${target.kind} ${target.id}`;
}
