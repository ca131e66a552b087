import type { Facts, HostileFormat } from "./formats.ts";
import { wordsOf } from "./json-formats.ts";
import { numberOf } from "./markers.ts";

const sound = (marker: string): Facts => ({
  title: `Paper ${marker}`,
  abstract: wordsOf(marker),
  author: marker,
});

function atom(name: string, write: (text: string) => string): HostileFormat {
  return {
    name,
    fields: "title abstract author published term doi comment id".split(" "),
    sound: (marker) => ({ ...sound(marker), id: "http://arxiv.org/abs/x" }),
    record: ({ title = "", abstract = "", author = "", id = "", ...facts }) =>
      [
        `<entry><id>${write(id)}</id>`,
        `<title>${write(title)}</title><summary>${write(abstract)}</summary>`,
        `<published>${write(facts["published"] ?? "2024-05-06T00:00:00Z")}</published>`,
        `<author><name>${write(author)}</name></author>`,
        `<category term="${write(facts["term"] ?? "cs.CL")}"/>`,
        `<arxiv:doi>${write(facts["doi"] ?? "")}</arxiv:doi>`,
        `<arxiv:comment>${write(facts["comment"] ?? "")}</arxiv:comment></entry>`,
      ].join("\n"),
    before: `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">\n`,
    between: "\n",
    after: "\n</feed>\n",
  };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapedXml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? "");

const bibtex: HostileFormat = {
  name: "bibtex",
  fields:
    "key title abstract author journal year volume number pages publisher keywords doi url eprint primaryclass note".split(
      " ",
    ),
  sound: (marker) => ({ ...sound(marker), key: marker, journal: "Journal", year: "2024" }),
  record: ({ key, ...facts }) =>
    `@article{${key},\n${Object.entries(facts)
      .map(([name, value]) => `  ${name} = {${value}},\n`)
      .join("")}}`,
  before: "",
  between: "\n\n",
  after: "\n",
};

const ris: HostileFormat = {
  name: "ris",
  fields: "TI AB AU T2 DA VL IS SP PB KW DO UR N1".split(" "),
  sound: (marker) => ({
    TI: `Paper ${marker}`,
    AB: wordsOf(marker),
    AU: `${marker}, Ada`,
    T2: "Journal",
    DA: "2024/05/06",
  }),
  record: (facts) =>
    `TY  - JOUR\n${Object.entries(facts)
      .map(([tag, value]) => `${tag}  - ${value}\n`)
      .join("")}ER  - \n`,
  before: "",
  between: "\n",
  after: "",
};

/** Strings in JSON's quotes are YAML as well. */
const readingList: HostileFormat = {
  name: "reading-list-yaml",
  fields: "title abstract authors published listed keywords arxiv doi url code venue".split(" "),
  sound: (marker) => ({ title: `Paper ${marker}`, abstract: wordsOf(marker), authors: marker }),
  record: ({ authors, venue, ...facts }) =>
    [
      ...Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
      `authors: [${JSON.stringify(authors)}]`,
      `venue: { kind: journal, name: ${JSON.stringify(venue ?? "Journal")} }`,
    ]
      .map((line, index) => `${index === 0 ? "- " : "  "}${line}`)
      .join("\n"),
  before: "",
  between: "\n",
  after: "\n",
};

const page: HostileFormat = {
  name: "daily-papers-text",
  fields: ["title", "abstract"],
  sound: (marker) => ({
    title: `Paper ${marker}`,
    abstract: `We study the ${wordsOf(marker)} of a ${marker}, and it is as we do it.`,
  }),
  record: ({ title, abstract }) =>
    `${title}\n\n${abstract}\n\n  • 2 authors\n\n·\n\nOct 1, 2025\n\n`,
  before: "",
  between: "",
  after: "",
};

/** A number with five digits for a marker. */
function idOf(marker: string): string {
  return String(numberOf(marker)).padStart(5, "0");
}

/** A list gives ids alone, so what is read of a line shows in the message about its paper. */
const idList: HostileFormat = {
  name: "id-list",
  fields: ["remark"],
  sound: (marker) => ({ id: `2511.${idOf(marker)}` }),
  record: ({ id, remark = "" }) => `${id} ${remark}`,
  before: "2511.99998\n2511.99999\n",
  between: "\n",
  after: "\n",
};

/** Fields of the owner in formats that are text. */
export const ownersTextFields: readonly HostileFormat[] = [
  { ...bibtex, fields: ["annotation", "groups"] },
  { ...ris, fields: ["RN"] },
];

/** The formats that are text, in which nothing is escaped but for one of the two kinds of XML. */
export const textFormats: readonly HostileFormat[] = [
  atom("arxiv-atom", escapedXml),
  atom("arxiv-atom, raw", (text) => text),
  bibtex,
  ris,
  readingList,
  page,
  idList,
];
