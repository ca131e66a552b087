import { doiKey } from "./doi.ts";
import { idsIn, type KnownIds } from "./paper-ids.ts";

/** What a person may call a paper by. */
interface NamedPaper {
  id: string;
  aliases: readonly string[];
  ids: { [Kind in keyof KnownIds]?: KnownIds[Kind] | undefined };
}

const pageOfPaper =
  /(?:^|\/)papers\/(?:(?:\d{4}|undated)\/)?([^/?#]+?)(?:\.mdx|\/(?:index\.html)?)?(?:[?#].*)?$/i;

/**
 * What a person may mean by a name: an id, an arXiv id, a DOI, or the address of a page of the archive,
 * of arXiv or of a publisher. It is a paper's name if one of these keys is also one of `keysOfPaper`.
 */
export function keysOfName(written: string): string[] {
  const word = written.trim();
  const page = pageOfPaper.exec(word)?.[1];
  const id = page ?? (/[/\s]/.test(word) ? undefined : word);
  const { arxiv, doi } = idsIn(word) ?? {};
  return [...(id ? [idKey(id)] : []), ...keysOfIds({ arxiv, doi })];
}

/** The keys of all names that a paper has. */
export function keysOfPaper({ id, aliases, ids }: NamedPaper): string[] {
  return [...[id, ...aliases].map(idKey), ...keysOfIds(ids)];
}

const idKey = (id: string) => `id ${id.toLowerCase()}`;

function keysOfIds({ arxiv, doi }: NamedPaper["ids"]): string[] {
  return [
    ...(arxiv === undefined ? [] : [`arxiv ${arxiv.toLowerCase()}`]),
    ...(doi === undefined ? [] : [`doi ${doiKey(doi)}`]),
  ];
}
