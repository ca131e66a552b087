import { familyToKeep } from "../archive/citations/names.ts";
import { capitalWords } from "../archive/citations/title-words.ts";
import { defined } from "../schemas/defined.ts";
import type { Author, Organization, Venue } from "../schemas/paper.ts";
import type { ReferenceFacts } from "../schemas/reference-facts.ts";
import { singleSpaces, visibleCharacters } from "../text/characters.ts";
import type { RawPaper } from "./raw-paper.ts";

/** The facts of a record that are plain text in any source. */
interface PlainFacts extends Pick<RawPaper, "keywords" | "categories" | "collections"> {
  organization?: Organization | undefined;
  aiSummary?: string | undefined;
}

/**
 * The same facts in one line of characters that can be seen, with the words among them changed. What is
 * left empty is dropped.
 */
export function plainFacts(
  { organization, keywords, categories, collections = [], aiSummary }: PlainFacts,
  change: Change,
): Pick<RawPaper, "organization" | "keywords" | "categories" | "collections" | "aiSummary"> {
  return {
    ...defined({
      organization: organization && plainOrganization(organization, change),
      aiSummary: (aiSummary && change(aiSummary)) || undefined,
    }),
    keywords: wordsOf(keywords, change),
    categories: wordsOf(categories, plainLine),
    ...(collections.length > 0 ? { collections: wordsOf(collections, change) } : {}),
  };
}

/** Authors with their names changed; a name of which nothing is left is not a name. */
export function namedAuthors(authors: readonly Author[], change: Change): Author[] {
  return authors
    .map((author) => ({ ...author, name: change(author.name) }))
    .filter(({ name }) => name !== "");
}

/** A venue with its texts changed; undefined where nothing is left of its name. */
export function namedVenue(
  { kind, name: printed, ...details }: Venue,
  change: Change,
): Venue | undefined {
  const name = change(printed);
  if (name === "") return undefined;
  const words = Object.entries(details).map(
    ([detail, text]) => [detail, change(text ?? "")] as const,
  );
  return { kind, name, ...Object.fromEntries(words.filter(([, text]) => text !== "")) };
}

/** The facts of a reference with their texts changed. What is left empty is dropped. */
export function namedReference(
  {
    type,
    authorsCut,
    editors,
    editorsCut,
    translators,
    bookAuthors,
    families = {},
    properNames = [],
    ...texts
  }: ReferenceFacts,
  change: Change,
): ReferenceFacts | undefined {
  const changed = (people: readonly string[] = []) => {
    const names = wordsOf(people, change);
    return names.length > 0 ? names : undefined;
  };
  const names = changed(editors);
  const others = Object.entries(texts)
    .map(([fact, text = ""]) => [fact, change(text)] as const)
    .filter(([, text]) => text !== "");
  const parts = Object.entries(families)
    .map(([name, family]) => [change(name), change(family)] as const)
    .filter(([name, family]) => name !== "" && familyToKeep(name, family) !== undefined);
  const words = properNames.flatMap((name) => capitalWords(change(name)));
  const facts = defined({
    type,
    authorsCut,
    editors: names,
    editorsCut: names && editorsCut,
    translators: changed(translators),
    bookAuthors: changed(bookAuthors),
    families: parts.length > 0 ? Object.fromEntries(parts) : undefined,
    properNames: words.length > 0 ? words : undefined,
  });
  const named: ReferenceFacts = { ...facts, ...Object.fromEntries(others) };
  return Object.keys(named).length > 0 ? named : undefined;
}

/** One line of characters that can be seen. */
export function plainLine(text: string): string {
  return singleSpaces(visibleCharacters(text));
}

type Change = (text: string) => string;

function plainOrganization(given: Organization, change: Change): Organization | undefined {
  const [handle, name] = [plainLine(given.handle), change(given.name)];
  return handle === "" || name === "" ? undefined : { handle, name };
}

function wordsOf(texts: readonly string[], change: Change): string[] {
  return texts.map(change).filter((text) => text !== "");
}
