import { namedPapers } from "../notes/named-papers.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { archive } from "./archive.ts";
import { madeOnce } from "./made-once.ts";
import { noteOf } from "./notes.ts";
import { ownPages } from "./own-pages.ts";
import { to } from "./settings.ts";
import { lookup } from "./traced.ts";

/** A page whose text of the owner's links to a paper. */
export interface Mention {
  /** As plain text. */
  title: string;
  href: string;
}

const mentions = lookup("mentions of a paper", ["papers", "notes"], async () => {
  const all = await allMentions();
  return (id) => all.get(id) ?? [];
});

/** The papers whose notes link to a paper, and the owner's pages that do. */
export async function mentionsOf({ id }: Pick<PaperEntry, "id">): Promise<Mention[]> {
  return (await mentions())(id);
}

const allMentions = madeOnce(["papers", "notes"], async () => {
  const { papers } = await archive();
  const ids = new Map<string, string>(
    papers.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => [name, id] as const)),
  );
  const mentions = new Map<string, Mention[]>();
  const add = (mdx: string, from: Mention, own?: string) => {
    for (const id of new Set(namedPapers(mdx).map((name) => ids.get(name)))) {
      if (id !== undefined && id !== own) mentions.set(id, [...(mentions.get(id) ?? []), from]);
    }
  };
  for (const paper of papers) {
    const note = await noteOf(paper);
    const from = { title: paper.titleText, href: to.paper(paper.id) };
    if (note) add(note.mdx ?? "", from, paper.id);
  }
  for (const { title, path, source } of ownPages()) add(source, { title, href: to.ownPage(path) });
  return mentions;
});
