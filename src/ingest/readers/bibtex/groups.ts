import { decodeReferences } from "../../../text/html/entities.ts";

/** What a BibTeX file says of the groups of its entries, beside their own fields. */
export interface BibGroups {
  /** The paths of groups by their names, the outer groups first: `Insects/Bees`. */
  paths: Map<string, string[]>;
  /** The paths of the groups that name an entry, by its key. */
  byKey: Map<string, string[]>;
  /** Groups that a program fills by a search, so that the file does not say what is in them. */
  searched: string[];
}

/**
 * Reads the groups in the comments of JabRef, also in its older form with the keys of entries, which
 * Better BibTeX writes, too, and in those of BibDesk.
 */
export function groupsIn(comments: readonly string[]): BibGroups {
  const groups: BibGroups = { paths: new Map(), byKey: new Map(), searched: [] };
  for (const comment of comments) {
    const tree = /^\s*jabref-meta:\s*(?:grouping|groupstree):/i.exec(comment);
    if (tree) addTree(groups, comment.slice(tree[0].length));
    if (/^\s*BibDesk Static Groups\s*\{/i.test(comment)) addLists(groups, comment);
  }
  return groups;
}

/** The collections of an entry: its groups, with those around them. */
export function collectionsOf(
  { key, fields }: { key: string; fields: ReadonlyMap<string, string> },
  { paths, byKey }: BibGroups,
  words: (text: string) => string,
): string[] {
  const pathsOf = (name: string) => paths.get(name.trim());
  const own = listed(fields.get("groups")).flatMap(
    (name) => pathsOf(words(name)) ?? words(name).split(";"),
  );
  const others = ["collection", "collections", "mendeley-groups"].flatMap((name) =>
    words(fields.get(name) ?? "").split(/[,;]/),
  );
  return [...new Set([...own, ...(byKey.get(key) ?? []), ...others])];
}

/** The names in a field, in which JabRef writes `\,` for a comma of a name. */
function listed(field = ""): string[] {
  return divided(field, ",").map((name) => name.replace(/\\([,\\])/g, "$1"));
}

/** One group a record: its depth in the tree, its kind, its name, and what belongs to the kind. */
function addTree({ paths, byKey, searched }: BibGroups, text: string): void {
  // Long lines are broken anywhere.
  const records = divided(text.replace(/[\r\n]+/g, ""), ";");
  const open: { depth: number; name: string }[] = [];
  for (const record of records) {
    const [, level = "", kind = "", rest = ""] = /^\s*(\d+) (\w+):(.*)$/su.exec(record) ?? [];
    if (kind === "" || kind === "AllEntriesGroup") continue;
    const [named = "", , ...more] = divided(unescaped(rest), ";").map(unescaped);
    const name = named.trim();
    const depth = Number(level);
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    open.push({ depth, name: name.replaceAll("/", " ") });
    const path = open.map((group) => group.name).join("/");
    if (kind === "ExplicitGroup" || kind === "StaticGroup") add(paths, name, path);
    else if (name !== "") searched.push(name);
    if (kind === "ExplicitGroup") for (const key of more) add(byKey, key.trim(), path);
  }
}

/** BibDesk has a property list: names, and keys with commas between them. */
function addLists({ byKey }: BibGroups, text: string): void {
  for (const group of text.split("<dict>").slice(1)) {
    const facts = new Map(
      [...group.matchAll(/<key>([^<]*)<\/key>\s*<string>([^<]*)<\/string>/g)].map(
        ([, key = "", value = ""]) => [key, percentDecoded(decodeReferences(value))],
      ),
    );
    const path = (facts.get("group name") ?? "").trim().replaceAll("/", " ");
    for (const key of (facts.get("keys") ?? "").split(",")) add(byKey, key.trim(), path);
  }
}

function add(map: Map<string, string[]>, name: string, path: string): void {
  if (name === "" || path === "") return;
  const paths = map.get(name) ?? [];
  paths.push(path);
  map.set(name, paths);
}

/** The parts between separators before which there is no backslash. The backslashes stay. */
function divided(text: string, separator: string): string[] {
  const parts = [""];
  for (const [piece] of text.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (piece === separator) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${piece}`);
  }
  return parts;
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, "$1");
}

/** BibDesk has percent signs for braces and the like. */
function percentDecoded(text: string): string {
  return text.replace(/%(25|7B|7D|3C|3E|40)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
