import type { Line } from "../../text/decode.ts";

/** A paper's lines: its title (one or more) and its abstract (none when it is missing). */
export interface TextRecord {
  title: Line[];
  abstract: Line[];
}

/**
 * What a line may be: a title's first line, a title's next one, an abstract's first line, an
 * abstract's next one.
 */
type Role = "title" | "titleMore" | "abstract" | "abstractMore";

const roles: Role[] = ["title", "titleMore", "abstract", "abstractMore"];
const before: Record<Role, Role[]> = {
  title: ["abstract", "abstractMore", "title", "titleMore"],
  titleMore: ["title", "titleMore"],
  abstract: ["title", "titleMore"],
  abstractMore: ["abstract", "abstractMore"],
};

/**
 * Tells titles from abstracts in the lines of a block: the reading with the least surprise, found
 * by dynamic programming. One paper a block is the rule; a second one costs a little, a title
 * without abstract much.
 */
export function splitRecords(lines: Line[]): TextRecord[] {
  let paths = new Map<Role, Path>();
  for (const [index, line] of lines.entries()) {
    const next = new Map<Role, Path>();
    for (const role of roles) {
      const cost = surprise(role, line);
      if (index === 0) {
        if (role === "title") next.set(role, { cost, role });
        continue;
      }
      for (const previous of before[role]) {
        const path = paths.get(previous);
        if (!path) continue;
        const total = path.cost + cost + transition(previous, role);
        if (total < (next.get(role)?.cost ?? Number.POSITIVE_INFINITY)) {
          next.set(role, { cost: total, role, from: path });
        }
      }
    }
    paths = next;
  }
  return group(lines, trace(cheapest(paths)));
}

interface Path {
  cost: number;
  role: Role;
  from?: Path;
}

const missingAbstract = 15;

function transition(previous: Role, role: Role): number {
  if (role !== "title") return 0;
  return previous === "title" || previous === "titleMore" ? missingAbstract : 1.5;
}

/** How surprising a line is in a role. Lengths are those of arXiv titles and abstracts. */
function surprise(role: Role, { text, afterBlank }: Line): number {
  const asTitle =
    (text.length > 150 ? 2 : 0) +
    (text.length > 220 ? 8 : 0) +
    (/[^.]\.$/.test(text) ? 3 : 0) +
    (/\p{Ll}{2,}[.] \p{Lu}/u.test(text) ? 3 : 0) +
    (/https?:\/\//.test(text) ? 4 : 0);
  const ends = /[.?!…:"”')\]*]$|https?:\/\/\S+$/.test(text);
  const brief = text.length < 120 ? 3 : text.length < 200 ? 1.5 : text.length < 300 ? 0.5 : 0;
  switch (role) {
    case "title":
      return asTitle + (afterBlank ? 0 : 4);
    case "titleMore":
      return asTitle + (afterBlank ? 4 : 0.5);
    case "abstract":
      return brief + (ends ? 0 : 1) + (afterBlank ? 0 : 2);
    case "abstractMore":
      return afterBlank ? 3 + brief + (ends ? 0 : 2) : 0.2;
  }
}

function cheapest(paths: Map<Role, Path>): Path | undefined {
  const total = (path: Path) =>
    path.cost + (path.role === "title" || path.role === "titleMore" ? missingAbstract : 0);
  return [...paths.values()].sort((a, b) => total(a) - total(b))[0];
}

function trace(last: Path | undefined): Role[] {
  const found: Role[] = [];
  for (let path = last; path; path = path.from) found.push(path.role);
  return found.reverse();
}

function group(lines: Line[], found: Role[]): TextRecord[] {
  const records: TextRecord[] = [];
  for (const [index, line] of lines.entries()) {
    const role = found[index];
    if (role === "title") records.push({ title: [line], abstract: [] });
    else if (role === "titleMore") records.at(-1)?.title.push(line);
    else records.at(-1)?.abstract.push(line);
  }
  return records;
}
