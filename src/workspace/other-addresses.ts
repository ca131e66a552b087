import { join } from "node:path";
import { listAddresses } from "../archive/list-addresses.ts";
import type { TopicPaper } from "../ingest/paper.ts";
import { listsOfNote } from "../notes/facts-for-ingest.ts";
import { pageAddress } from "../notes/page-address.ts";
import { readPageHead } from "../notes/page-head.ts";
import type { OtherLine, PageLine } from "../schemas/address.ts";
import { defined } from "../schemas/defined.ts";
import type { Topic } from "../schemas/topic.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";
import { walkFolder } from "./walk-folder.ts";

/**
 * The addresses that a site has besides those of papers: topics and other lists with papers, and the
 * owner's pages.
 */
export function otherAddresses(
  workspace: Pick<Workspace, "root" | "pages">,
  papers: readonly TopicPaper[],
  topics: readonly Pick<Topic, "id" | "name" | "broader">[],
): OtherLine[] {
  const used = new Set(papers.flatMap((paper) => paper.topics.map(({ id }) => id)));
  const noted = papers.flatMap(({ note }) => (note ? listsOfNote(note) : []));
  return [
    ...topics
      .filter(({ id }) => used.has(id))
      .map(({ id, name, broader }) => ({
        kind: "topic" as const,
        address: id,
        name,
        ...defined({ broader }),
      })),
    ...[...listAddresses(papers), ...new Set(noted)].map((address) => ({
      kind: "list" as const,
      address,
    })),
    ...pagesIn(workspace),
  ];
}

/** The owner's pages. The build reports those that cannot be read. */
function pagesIn({ root, pages }: Pick<Workspace, "root" | "pages">): PageLine[] {
  const { files } = walkFolder(pages, { followLinks: false });
  return files.flatMap((path): PageLine[] => {
    const address = pageAddress(path.replace(/\.mdx$/, ""));
    if (!path.endsWith(".mdx") || address === "") return [];
    const { title = address.split("/").at(-1) ?? address } = headOf(root, join(pages, path));
    return [{ kind: "page", address, title }];
  });
}

function headOf(root: string, path: string): { title?: string } {
  try {
    const { file, text } = readText(root, path);
    return readPageHead(file, text);
  } catch {
    return {};
  }
}
