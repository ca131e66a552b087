import { defined } from "../schemas/defined.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { citationOf } from "./citations/citation-of.ts";
import { shortIdHash } from "./id-hash.ts";
import { type CardFile, cardFileCount, cardFileOf, type PaperCard } from "./paper-cards.ts";

/** All cards, distributed over their files. */
export function cardFiles(papers: readonly PaperEntry[]): CardFile[] {
  const count = cardFileCount(papers.length);
  const files = Array.from({ length: count }, (): CardFile => ({ papers: [], aliases: {} }));
  const fileOf = (id: string) => files[cardFileOf(shortIdHash(id), count)];
  for (const paper of papers) {
    fileOf(paper.id)?.papers.push(cardOf(paper));
    for (const alias of paper.aliases) {
      const file = fileOf(alias);
      if (file) file.aliases[alias] = paper.id;
    }
  }
  return files;
}

function cardOf(paper: PaperEntry): PaperCard {
  const { title, authors, links, aliases, ...rest } = citationOf(paper);
  return {
    ...rest,
    ...(title.some((one) => !("text" in one)) ? { title } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...defined({ authorsCount: paper.authorsCount, listed: paper.listed[0] }),
    ...(links.length > 0 ? { links } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
  };
}
