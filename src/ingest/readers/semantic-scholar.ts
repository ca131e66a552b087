import { z } from "zod";
import { publicationIn } from "../../text/publication-date.ts";
import { referenceReader } from "./json-references.ts";
import { optional } from "./read-fields.ts";
import type { Reference } from "./reference.ts";

const text = optional(z.string());
const item = z.object({
  title: text,
  abstract: text,
  authors: optional(z.array(z.object({ name: z.string().trim().min(1) }))),
  publicationDate: text,
  year: optional(z.int()),
  externalIds: optional(z.object({ ArXiv: text, DOI: text })),
  fieldsOfStudy: optional(z.array(z.string())),
});

/** Reads responses of the Semantic Scholar API. */
export const semanticScholar = referenceReader({
  format: "semantic-scholar",
  what: "Semantic Scholar",
  lists: ["data"],
  isRecord: (value) => typeof value["paperId"] === "string",
  schema: item,
  reference: (read): Omit<Reference, "date"> => ({
    title: read.title ?? "",
    abstract: read.abstract,
    authors: read.authors ?? [],
    eprint: read.externalIds?.ArXiv,
    eprintType: "arXiv",
    doi: read.externalIds?.DOI,
    keywords: read.fieldsOfStudy ?? [],
  }),
  dates: ({ publicationDate = "", year }) =>
    publicationIn([{ text: publicationDate }, { text: String(year ?? "") }]),
});
