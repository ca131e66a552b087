import type { Addresses } from "../../archive/addresses.ts";
import { dateFormats } from "../../archive/dates.ts";
import type { OpenSearch } from "../../search/engine/open-search.ts";
import type { SearchAnswer } from "../../search/engine/search.ts";
import { addListButtons } from "../library/ui/list-buttons.ts";
import type { pageElements } from "./page-elements.ts";
import { hasBadges } from "./result-badges.ts";
import { type ItemContext, resultItem } from "./result-item.ts";
import type { showCoins } from "./show-coins.ts";

const pageSize = 20;

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
  /** Shows the first results of an answer, at least a page. Does nothing if it is no longer current. */
  show: (answer: SearchAnswer, least: number, isCurrent: () => boolean) => Promise<void>;
  /** Shows the next page. */
  showMore: (isCurrent: () => boolean) => Promise<void>;
  clear: () => void;
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

  async function showPage(
    current: SearchAnswer,
    from: number,
    count: number,
    isCurrent: () => boolean,
  ): Promise<void> {
    const { resultDocuments, archive } = await open();
    const papers = await resultDocuments(current.papers.slice(from, from + count));
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
    void addCoins(items, papers, addresses.paper);
    answer = current;
    shown = from + items.length;
    more.hidden = shown >= current.papers.length;
  }

  return {
    get answer() {
      return answer;
    },
    get shown() {
      return shown;
    },
    show: (next, least, isCurrent) => showPage(next, 0, Math.max(pageSize, least), isCurrent),
    showMore: async (isCurrent) => {
      if (answer) await showPage(answer, shown, pageSize, isCurrent);
    },
    clear: () => {
      answer = undefined;
      shown = 0;
      list.replaceChildren();
      more.hidden = true;
    },
  };
}
