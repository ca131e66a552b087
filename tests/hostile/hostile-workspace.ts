import { onePixel } from "../fixtures/pictures.ts";
import { hostileTexts } from "./texts.ts";

/** The day on which the hostile papers were published, when nothing else was. */
export const hostileDay = "2021-03-04";

// A title of many thousand characters tells nothing about others.
const texts = hostileTexts.map(({ text }) => text).filter((text) => text.length < 1000);
const papers = Math.ceil(texts.length / 3);

/** Markup that would run in a browser. */
const markup = "</title><img src=x onerror=canary()>";
/** A formula that is wider than a phone. */
const wide = "$a\\kern20em b$";

/**
 * Files of a workspace with every hostile text: papers that have one in each field, settings, topics,
 * former addresses, pages and notes. Code in the notes would write the file `canary` into the
 * workspace.
 */
export function hostileWorkspace(): Record<string, string | Uint8Array> {
  return {
    "content/site.yaml": [
      ...["title", "description", "author"].map((name) => `${name}: ${JSON.stringify(markup)}`),
      "address: https://papers.example\noffline: false\nnotes: { feeds: text }\n",
    ].join("\n"),
    "content/topics.yaml": JSON.stringify({
      topics: [
        {
          id: "hostile",
          name: markup,
          description: `${markup} {canary()} ${wide}`,
          strong: ["hostile"],
        },
        { id: "survey", name: "[x](javascript:canary())", merge: "hostile" },
      ],
    }),
    "content/addresses.jsonl": [
      { address: "gone-paper", paper: "gone-paper", title: markup },
      { address: "former-paper", paper: noted(1), title: "]] /* <script>" },
      { address: noted(1), paper: noted(1), title: markup },
    ]
      .map((line) => JSON.stringify({ kind: "paper", ...line }))
      .join("\n"),
    "content/pages/hostile.mdx": `---\ntitle: ${JSON.stringify(markup)}\ndescription: ${JSON.stringify(markup)}\n---\n\nText ${wide} text, {1 + 1}.\n`,
    "content/pages/linking.mdx": "---\ntitle: Linking\n---\n\n[x](javascript:canary())\n",
    "content/pages/broken.mdx": `---\ntitle: Broken\n---\n\n${markup} {\n`,
    "seeds/dateless.bib": "@misc{dateless, title = {Papers without any date}}\n",
    "seeds/hostile.jsonl": Array.from({ length: papers }, paperOf).join("\n"),
    "content/notes/canary.mjs":
      "import { writeFileSync } from 'node:fs';\nwriteFileSync('canary', '');\n",
    "content/notes/canary.png": "not a picture",
    "content/notes/pixel.png": onePixel,
    "content/notes/cut.png": onePixel.subarray(0, 40),
    ...Object.fromEntries(notes.map((text, index) => [`content/notes/${noted(index)}.mdx`, text])),
  };
}

/** One paper, with three of the texts as title and abstract, and others in the rest of its fields. */
function paperOf(_: unknown, index: number): string {
  const text = (shift: number) => texts[(3 * index + shift) % texts.length] ?? "";
  const paper = {
    id: index < notes.length ? noted(index) : undefined,
    title: `${text(0)} of hostile ${index}`,
    titleText: text(1),
    abstract: `${text(1)}\n\nA hostile paper ${text(2)}`,
    published: hostileDay,
    listed: [hostileDay],
    authors: [{ name: text(4), id: text(5) }, { name: text(6) }],
    organization: { handle: index % 8 === 0 ? text(7) : "hostile-lab", name: text(8) || "Lab" },
    venue: {
      kind: "journal",
      name: text(9),
      volume: text(10),
      number: text(11),
      pages: text(12),
      publisher: text(13),
    },
    keywords: [text(14)],
    categories: [text(15)],
    links: [text(16), `https://example.org/${text(17)}`].map((url) => ({ kind: "code", url })),
    // A DOI would be the paper's id.
    ids: index % 8 === 7 ? { doi: `10.9999/${index}${text(18)}` } : {},
    original: text(19),
    originalTitle: text(20),
    math: {
      restored: 1,
      left: 0,
      lossy: 0,
      spans: [{ where: "abstract", text: text(21), latex: text(22), confidence: 0.5 }],
    },
    sources: [{ format: text(23), file: text(24), line: 1, gave: [text(25)] }],
    schemaVersion: 1,
  };
  return JSON.stringify(paper);
}

/** The ids of the papers with notes. */
function noted(index: number): string {
  return `noted-${index}`;
}

/** Notes on the first papers; most of what is in them may not be shown. */
const notes = [
  "![shown](./canary.mjs) ![shown](canary.png) ![shown](cut.png) ![pixel](./pixel.png)",
  "![shown](../../../../../../etc/passwd)",
  "![shown](javascript:canary()) ![shown](data:text/html,x) ![shown][a]\n\n[a]: vbscript:x",
  "[x](javascript:canary())",
  "<Aside set:html='<img src=x onerror=canary()>' />",
  "+++\nlayout = './canary.mjs'\n+++\n\nText",
  "\n---\nlayout: ./canary.mjs\n---\n\nText",
  "import './canary.mjs'\n\n{canary()}",
  "![import './canary.mjs'](./canary.mjs)",
  `---\ntags: [${JSON.stringify(markup)}, "a/../b"]\nrating: 5\n---\n\nText ${wide} text.\n\n$$\n${wide.slice(1, -1)}\n$$\n`,
  `---\ncorrections: { title: ${JSON.stringify(`${markup} ${wide}`)}, abstract: ${JSON.stringify(`${markup} [x](javascript:canary())`)} }\n---\n`,
];
