import { readFileSync } from "node:fs";
import { z } from "zod";

/** How a reader asks; `earlier` and `paraphrases` are the collections from before the styles. */
export const queryStyles = [
  "gist",
  "lay paraphrase",
  "own words",
  "names and years",
  "messy",
  "earlier",
  "paraphrases",
] as const;
/** One of `queryStyles`. */
export type QueryStyle = (typeof queryStyles)[number];

/** A query of someone who half remembers a paper. */
export interface TestQuery {
  query: string;
  /** The paper's id. */
  paper: string;
  style: QueryStyle;
  /** Of the half that is only counted: nobody looks at it while they change the search. */
  locked: boolean;
}

const line = z.object({
  query: z.string(),
  paper: z.string(),
  style: z.enum(queryStyles).optional(),
  locked: z.boolean().optional(),
  held: z.boolean().optional(),
});

/** Reads a file with a query a line. `style` is that of queries that name none. */
export function queriesIn(file: string, style: QueryStyle): TestQuery[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((text) => {
      const one = line.parse(JSON.parse(text));
      return {
        query: one.query,
        paper: one.paper,
        style: one.style ?? style,
        locked: one.locked ?? one.held ?? true,
      };
    });
}
