import type { Columns } from "./columns.ts";
import type { KeyIndex } from "./key-index.ts";

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

/** An index as it is stored, with the ends of fields in it. */
export interface SteadyIndex {
  words: KeyIndex;
  ends: FieldEnds;
}

/** The positions as they are stored, so that a corrected title does not move all words of the abstract. */
export function toSteady(index: KeyIndex, ends: FieldEnds): SteadyIndex {
  const fields = ends.bodyEnd.map((_, paper) => fieldsOf(ends, paper));
  const positions = index.positions.map((position, at) => {
    const { title, body, abstract, extras } = fields[index.papers[at] ?? 0] ?? noFields;
    if (position < title) return position;
    return position < body ? position - title + abstract : position - body + extras;
  });
  return {
    words: { ...index, positions },
    ends: {
      titleEnd: fields.map(({ abstract }) => abstract),
      bodyEnd: fields.map(({ extras }) => extras),
    },
  };
}

const noFields = { title: 0, body: 0, abstract: 0, extras: 0 };

/** The positions that `toSteady` stored. */
export function fromSteady(stored: readonly number[], ends: FieldEnds, paper: number): number[] {
  const { title, body, abstract, extras } = fieldsOf(ends, paper);
  return stored.map((position) => {
    if (position < abstract) return position;
    return position < extras ? position - abstract + title : position - extras + body;
  });
}
