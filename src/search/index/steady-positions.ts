import type { Columns } from "./columns.ts";

/** Where the fields of papers end. */
type FieldEnds = Pick<Columns, "titleEnd" | "bodyEnd">;

/** Abstract, and what comes after it, are stored from the next multiple of this. Most titles have fewer positions. */
const abstractStep = 32;
const extrasStep = 128;

/** Where fields begin in what is stored, and how far from their positions. */
function fieldsOf({ titleEnd, bodyEnd }: FieldEnds, paper: number) {
  const [title, body] = [titleEnd[paper] ?? 0, bodyEnd[paper] ?? 0];
  const abstract = nextMultiple(title, abstractStep);
  const extras = nextMultiple(abstract + body - title, extrasStep);
  return { title, body, abstract, extras };
}

function nextMultiple(number: number, step: number): number {
  return Math.ceil(number / step) * step;
}

/** A paper's positions as they are stored, so that a corrected title does not move all words of the abstract. */
export function toSteady(positions: readonly number[], ends: FieldEnds, paper: number): number[] {
  const { title, body, abstract, extras } = fieldsOf(ends, paper);
  return positions.map((position) => {
    if (position < title) return position;
    return position < body ? position - title + abstract : position - body + extras;
  });
}

/** The positions that `toSteady` stored. */
export function fromSteady(stored: readonly number[], ends: FieldEnds, paper: number): number[] {
  const { title, body, abstract, extras } = fieldsOf(ends, paper);
  return stored.map((position) => {
    if (position < abstract) return position;
    return position < extras ? position - abstract + title : position - extras + body;
  });
}
