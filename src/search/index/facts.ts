import { putVarint, VarintReader } from "./varint.ts";

/**
 * The facts by which papers are filtered and counted, by paper number. They are most of what is known of a paper besides its
 * words, so they are loaded only when a reader opens the filters, or asks for one.
 */
export interface Facts {
  /** Index into the list of organizations plus one; 0 for none. */
  organization: number[];
  /** Indexes into the archive's list of topics. */
  topics: number[][];
  /** Indexes into the list of formats. */
  sources: number[][];
  organizations: string[];
  /** The formats of sources. */
  formats: string[];
}

/** Encodes facts: the length of the JSON of names, then that, then one kind of number after the other. */
export function writeFacts({ organizations, formats, ...facts }: Facts): Uint8Array {
  const bytes: number[] = [];
  const json = new TextEncoder().encode(JSON.stringify([organizations, formats]));
  putVarint(bytes, json.length);
  for (const byte of json) bytes.push(byte);
  const put = (values: readonly number[]) => {
    for (const value of values) putVarint(bytes, value);
  };
  put([facts.organization.length]);
  put(facts.organization);
  for (const lists of [facts.topics, facts.sources]) {
    put(lists.map(({ length }) => length));
    for (const values of lists) put(values);
  }
  return new Uint8Array(bytes);
}

/** Decodes what `writeFacts` wrote. */
export function readFacts(file: Uint8Array): Facts {
  const reader = new VarintReader(file);
  const [organizations, formats]: [string[], string[]] = JSON.parse(reader.text());
  const organization = reader.numbers(reader.number());
  const lists = () => reader.numbers(organization.length).map((count) => reader.numbers(count));
  return { organization, topics: lists(), sources: lists(), organizations, formats };
}

/** The facts of no papers. */
export function noFacts(): Facts {
  return { organization: [], topics: [], sources: [], organizations: [], formats: [] };
}
