import type { Line } from "../../../text/decode.ts";
import { lineCost, type Role, seeLines } from "./line-cost.ts";

/**
 * A paper's lines: its title and its abstract. The abstract is empty where it is missing; the title
 * is empty only in the first record of a file that begins in the middle of an abstract.
 */
export interface TextRecord {
  title: Line[];
  abstract: Line[];
}

const roles: Role[] = ["title", "titleMore", "abstract", "abstractMore"];
const before: Record<Role, Role[]> = {
  title: ["abstract", "abstractMore", "title", "titleMore"],
  titleMore: ["title", "titleMore"],
  abstract: ["title", "titleMore"],
  abstractMore: ["abstract", "abstractMore"],
};

/** Where a block is in the file, since something may be missing at the start and end of a file. */
export interface Edges {
  /** The file starts here, without the page's head. */
  torn: boolean;
  /** The file ends here. */
  cut: boolean;
}

/**
 * Separates titles from abstracts in the lines of a block. Dynamic programming finds the
 * interpretation with the lowest cost. A block usually has one paper. A second paper costs a
 * little. A title without an abstract costs a lot, but less at the end of the file.
 */
export function splitRecords(lines: Line[], { torn, cut }: Edges): TextRecord[] {
  let paths = new Map<Role, Path>();
  for (const [index, line] of seeLines(lines).entries()) {
    const next = new Map<Role, Path>();
    for (const role of roles) {
      const cost = lineCost(role, line);
      if (index === 0) {
        if (role === "title") next.set(role, { cost, role });
        if (role === "abstractMore" && torn) next.set(role, { cost: missingTitle, role });
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
  return group(lines, trace(cheapest(paths, cut)));
}

interface Path {
  cost: number;
  role: Role;
  from?: Path;
}

const missingAbstract = 15;
const cutAbstract = 4;
const missingTitle = 3.5;

function transition(previous: Role, role: Role): number {
  if (role !== "title") return 0;
  return previous === "title" || previous === "titleMore" ? missingAbstract : 1.5;
}

function cheapest(paths: Map<Role, Path>, cut: boolean): Path | undefined {
  const total = ({ cost, role }: Path) =>
    cost + (role === "title" || role === "titleMore" ? (cut ? cutAbstract : missingAbstract) : 0);
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
    else if (index === 0) records.push({ title: [], abstract: [line] });
    else if (role === "titleMore") records.at(-1)?.title.push(line);
    else records.at(-1)?.abstract.push(line);
  }
  return records;
}
