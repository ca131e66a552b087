import type { Facts, HostileFormat } from "./formats.ts";

interface JsonFormat {
  name: string;
  fields: string;
  sound: (marker: string) => Facts;
  item: (facts: Facts) => object;
}

/** A list with one record on each line. JSON has an escape for every character. */
function jsonFormat({ name, fields, sound, item }: JsonFormat): HostileFormat {
  return {
    name,
    fields: fields.split(" "),
    sound,
    record: (facts) => JSON.stringify(item(facts)),
    before: "[\n",
    between: ",\n",
    after: "\n]\n",
  };
}

/** Words that no other record has, so that records are neither joined nor confused. */
export function wordsOf(marker: string): string {
  return ["alpha", "beta", "gamma", "delta"].map((word) => `${word}${marker} ${marker}`).join(" ");
}

const csl = jsonFormat({
  name: "csl-json",
  fields:
    "id title abstract family given literal suffix orcid DOI URL note number keyword container volume issue page publisher date",
  sound: (marker) => ({ title: `Paper ${marker}`, abstract: wordsOf(marker), family: marker }),
  item: ({ family, given, literal, suffix, orcid, container, date, ...rest }) => ({
    type: "article-journal",
    id: "a",
    ...rest,
    author: [literal === undefined ? { family, given, suffix, ORCID: orcid } : { literal }],
    "container-title": container ?? "Journal",
    issued: date === undefined ? { "date-parts": [[2024, 5, 6]] } : { raw: date },
  }),
});

const zotero = jsonFormat({
  name: "zotero-json",
  fields:
    "title abstractNote lastName name date DOI url archiveID publicationTitle volume issue pages publisher extra tag",
  sound: (marker) => ({
    title: `Paper ${marker}`,
    abstractNote: wordsOf(marker),
    lastName: marker,
  }),
  item: ({ lastName, name, tag, note, collection, ...rest }) => ({
    itemType: "journalArticle",
    publicationTitle: "Journal",
    date: "2024-05-06",
    ...rest,
    creators: [name === undefined ? { lastName, firstName: "Ada" } : { name }],
    tags: tag === undefined ? [] : [{ tag }],
    notes: note === undefined ? [] : [{ note }],
    collections: collection === undefined ? [] : [collection],
  }),
});

const semanticScholar = jsonFormat({
  name: "semantic-scholar",
  fields: "title abstract author publicationDate ArXiv DOI field",
  sound: (marker) => ({ title: `Paper ${marker}`, abstract: wordsOf(marker), author: marker }),
  item: ({ author, ArXiv, DOI, field, ...rest }) => ({
    paperId: "a",
    publicationDate: "2024-05-06",
    ...rest,
    authors: [{ name: author }],
    externalIds: { ArXiv, DOI },
    fieldsOfStudy: field === undefined ? [] : [field],
  }),
});

const dailyPapers = jsonFormat({
  name: "daily-papers-api",
  fields: "id title summary author publishedAt githubRepo projectPage keyword handle fullname",
  sound: (marker) => ({
    title: `Paper ${marker}`,
    summary: `We study ${wordsOf(marker)}.`,
    author: marker,
  }),
  item: ({ author, keyword, handle, fullname, ...rest }) => ({
    paper: {
      id: "",
      publishedAt: "2024-05-06T00:00:00Z",
      ...rest,
      authors: [{ name: author }],
      ai_keywords: keyword === undefined ? [] : [keyword],
      organization: { name: handle ?? "lab", fullname },
    },
    title: rest["title"],
  }),
});

const offprint = jsonFormat({
  name: "offprint-json",
  fields:
    "id title titleText abstract published publishedIn author authorId handle organization venue volume number pages publisher keyword category link doi arxiv alias original originalTitle spanText spanLatex file format gave differs listed",
  sound: (marker) => ({
    id: `paper-${marker}`,
    title: `Paper ${marker}`,
    titleText: `Paper ${marker}`,
    abstract: wordsOf(marker),
    author: marker,
  }),
  item: ({ id, title, titleText, abstract, ...facts }) => ({
    id,
    title,
    titleText,
    abstract,
    published: facts["published"] ?? "2024-05-06",
    publishedIn: facts["publishedIn"],
    authors: [{ name: facts["author"], id: facts["authorId"] }],
    organization: { handle: facts["handle"] ?? "lab", name: facts["organization"] ?? "A Lab" },
    venue: {
      kind: "journal",
      name: facts["venue"] ?? "Journal",
      volume: facts["volume"],
      number: facts["number"],
      pages: facts["pages"],
      publisher: facts["publisher"],
    },
    topics: [],
    keywords: [facts["keyword"] ?? "word"],
    categories: [facts["category"] ?? "cs.CL"],
    links: [{ kind: "code", url: facts["link"] ?? "https://example.org/code" }],
    ids: { doi: facts["doi"], arxiv: facts["arxiv"] },
    aliases: facts["alias"] === undefined ? [] : [facts["alias"]],
    annotation: facts["annotation"],
    collections: facts["collection"] === undefined ? [] : [facts["collection"]],
    original: facts["original"],
    originalTitle: facts["originalTitle"],
    math: {
      restored: 1,
      left: 0,
      lossy: 0,
      spans: [
        {
          where: "abstract",
          text: facts["spanText"] ?? "x",
          latex: facts["spanLatex"] ?? "x",
          confidence: 1,
        },
      ],
    },
    sources: [
      {
        format: facts["format"] ?? "bibtex",
        file: facts["file"] ?? "seeds/a.bib",
        line: 1,
        gave: facts["gave"] === undefined ? undefined : [facts["gave"]],
        listed: facts["listed"],
        differs:
          facts["differs"] === undefined ? undefined : { [facts["differs"]]: facts["differs"] },
      },
    ],
    schemaVersion: 1,
  }),
});

/** Fields of the owner in formats in JSON: what they wrote about a paper, and where they filed it. */
export const ownersJsonFields: readonly HostileFormat[] = [
  { ...csl, fields: ["annote"] },
  { ...zotero, fields: ["note", "collection"] },
  { ...offprint, fields: ["annotation", "collection"] },
];

/** The formats in JSON. */
export const jsonFormats: readonly HostileFormat[] = [
  csl,
  zotero,
  semanticScholar,
  dailyPapers,
  offprint,
];
