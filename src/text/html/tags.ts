/** A tag of HTML, JATS or MathML in a text, or the text between two tags. */
export interface Piece {
  /** The text as it is written. */
  source: string;
  tag?: Tag;
}

/** A tag. */
export interface Tag {
  /** In lower case, without a prefix such as `jats:`. */
  name: string;
  closes: boolean;
  /** It closes itself: `<br/>`. */
  empty: boolean;
  attributes: string;
}

const attribute = String.raw`\s+[\w:.-]{1,60}\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+)`;
const tag = new RegExp(
  String.raw`<(/?)(?:[A-Za-z]{1,8}:)?([A-Za-z][A-Za-z0-9-]{0,30})((?:${attribute})*)\s*(/?)>`,
  "g",
);

/** Divides a text at what looks like a tag. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(tag)) {
    const [source, slash, name = "", attributes = "", end] = match;
    if (match.index > at) pieces.push({ source: text.slice(at, match.index) });
    pieces.push({
      source,
      tag: { name: name.toLowerCase(), closes: slash === "/", empty: end === "/", attributes },
    });
    at = match.index + source.length;
  }
  if (at < text.length) pieces.push({ source: text.slice(at) });
  return pieces;
}

/** The value of an attribute; undefined if a tag does not have it. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  const found = new RegExp(
    String.raw`\s(?:\w+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`,
  ).exec(attributes);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** What an element of HTML or JATS does to its text. */
export type Role =
  | "emphasis"
  | "strong"
  | "lowered"
  | "raised"
  | "inline"
  | "link"
  | "block"
  | "heading"
  | "formula"
  | "tex"
  | "math"
  | "nothing";

const roles: readonly (readonly [Role, string])[] = [
  ["emphasis", "i em it italic var dfn"],
  ["strong", "b strong bold"],
  ["lowered", "sub inf"],
  ["raised", "sup"],
  [
    "inline",
    "span u s sc scp small big font roman sans-serif monospace tt underline overline strike abbr xref uri email named-content styled-content label fn kwd nobr center ins del mark",
  ],
  ["link", "a ext-link"],
  [
    "block",
    "p sec div abstract trans-abstract list list-item ul ol li dl dt dd blockquote disp-quote section table thead tbody tr td th pre figure caption",
  ],
  ["heading", "title h1 h2 h3 h4 h5 h6"],
  ["formula", "inline-formula disp-formula disp-formula-group alternatives formula"],
  ["tex", "tex-math tex"],
  ["math", "math"],
  ["nothing", "inline-graphic graphic img-graphic"],
];
const roleOf: ReadonlyMap<string, Role> = new Map(
  roles.flatMap(([role, names]) => names.split(" ").map((name) => [name, role] as const)),
);

/** The role of an element; undefined for one that is not known. */
export function roleOfTag({ name }: Tag): Role | undefined {
  return roleOf.get(name);
}

/** How many open elements a closing tag may be compared with. */
const deepest = 40;

/**
 * Finds for each tag that begins an element the tag that ends it, by their positions. Loose sources end
 * `<italic>` by `</i>`, which is the same role. A tag without its partner has none.
 */
export function partnersOf(pieces: readonly Piece[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: { at: number; role: Role }[] = [];
  for (const [at, { tag: found }] of pieces.entries()) {
    const role = found && roleOfTag(found);
    if (!found || role === undefined || role === "nothing" || found.empty) continue;
    if (!found.closes) {
      open.push({ at, role });
      continue;
    }
    const from = open.slice(-deepest).findLastIndex((one) => one.role === role);
    if (from < 0) continue;
    const [begins] = open.splice(Math.max(0, open.length - deepest) + from);
    if (begins) {
      partners.set(begins.at, at);
      partners.set(at, begins.at);
    }
  }
  return partners;
}
