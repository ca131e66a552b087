import type { Addresses } from "../../archive/addresses.ts";
import { dateFormats } from "../../archive/dates.ts";
import type { OpenSearch, ResultDocument } from "../../search/engine/open-search.ts";
import type { SearchAnswer } from "../../search/engine/search.ts";
import { addListButtons } from "../library/ui/list-buttons.ts";
import type { pageElements } from "./page-elements.ts";
import { hasBadges } from "./result-badges.ts";
import { type ItemContext, resultItem } from "./result-item.ts";
import type { showCoins } from "./show-coins.ts";

const pageSize = 10;
/** Results that a screen of a laptop has: they are shown before the files of the others have come. */
const firstSize = 4;

/** Lets Zotero save the results. The code for it is loaded once they are shown. */
async function addCoins(...shown: Parameters<typeof showCoins>): Promise<void> {
  const code = await import("./show-coins.ts").catch(() => undefined);
  code?.showCoins(...shown);
}

/** The results of the latest answer, shown a page at a time. */
export interface ResultList {
  readonly answer: SearchAnswer | undefined;
  /** How many results are shown. */
  readonly shown: number;
  /**
   * Shows the first results of an answer, at least a page. Calls `started` with those that a screen has, in
   * time for the same frame. Does nothing if the answer is no longer current.
   */
  show: (answer: SearchAnswer, least: number, turn: Turn) => Promise<void>;
  /** Shows the next page. */
  showMore: (isCurrent: () => boolean) => Promise<void>;
  clear: () => void;
}

/** One search among others. */
export interface Turn {
  isCurrent: () => boolean;
  /** Called when the first results are in the list. */
  started: () => void;
}

/** The list in the page's HTML. `open` opens the index, which has what results show. */
export function createResultList(
  { list, more }: Pick<ReturnType<typeof pageElements>, "list" | "more">,
  addresses: Addresses,
  open: () => Promise<OpenSearch>,
): ResultList {
  const dates = dateFormats(document.documentElement.lang || "en");
  let answer: SearchAnswer | undefined;
  let shown = 0;
  /** Results whose citations Zotero cannot read yet. */
  const added: { items: HTMLElement[]; papers: ResultDocument[] }[] = [];

  /** Reads some results and adds them to the list. */
  async function add(
    current: SearchAnswer,
    [from, to]: readonly [number, number],
    isCurrent: () => boolean,
  ): Promise<void> {
    const { resultDocuments, archive } = await open();
    const papers = await resultDocuments(current.papers.slice(from, to));
    if (!isCurrent()) return;
    const names = new Map(archive.topics);
    // A margin that is empty beside most papers would only take their width.
    const badged = papers.filter(({ paper }) => hasBadges(paper));
    if (from === 0) list.classList.toggle("with-badges", badged.length * 2 > papers.length);
    const context: ItemContext = {
      addresses,
      topicName: (id) => names.get(id) ?? id,
      dates,
      margin: list.classList.contains("with-badges"),
    };
    const items = papers.map((paper) => resultItem(paper, current.matchedKeys, context));
    if (from === 0) list.replaceChildren(...items);
    else list.append(...items);
    addListButtons(list);
    answer = current;
    shown = from + items.length;
    added.push({ items, papers });
  }

  /** Ends a page of results: what is not needed to read them. */
  function finish(current: SearchAnswer): void {
    for (const { items, papers } of added.splice(0)) void addCoins(items, papers, addresses.paper);
    more.hidden = shown >= current.papers.length;
  }

  return {
    get answer() {
      return answer;
    },
    get shown() {
      return shown;
    },
    show: async (next, least, { isCurrent, started }) => {
      added.length = 0;
      const last = Math.max(pageSize, least);
      // All files are asked for at once, the first ones first.
      const { resultDocuments } = await open();
      const all = resultDocuments(next.papers.slice(0, last));
      all.catch(() => undefined);
      await add(next, [0, firstSize], isCurrent);
      if (!isCurrent()) return;
      started();
      if (next.papers.length > firstSize) await add(next, [firstSize, last], isCurrent);
      if (isCurrent()) finish(next);
    },
    showMore: async (isCurrent) => {
      if (!answer) return;
      const current = answer;
      await add(current, [shown, shown + pageSize], isCurrent);
      if (isCurrent()) finish(current);
    },
    clear: () => {
      answer = undefined;
      shown = 0;
      list.replaceChildren();
      more.hidden = true;
    },
  };
}
