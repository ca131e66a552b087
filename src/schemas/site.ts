import { z } from "zod";
import { advice, asAddress, asBase, asLanguage } from "./advice.ts";
import { webAddress } from "./identifiers.ts";

/** Macros by name, without the backslash. */
const namedMacros = (given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([name, expansion]) => [name.replace("\\", ""), expansion]),
  );

/** The kinds of files beside the page of a paper, by their extension. */
export const paperFileKinds = ["bib", "ris", "json", "md"] as const;
/** The extension of a file beside the page of a paper. */
export type PaperFileKind = (typeof paperFileKinds)[number];

/** A source as a Content-Security-Policy names it. Nothing that would allow every script. */
const policySource = z
  .string()
  .regex(
    /^(?:https:\/\/(?:\*\.)?[\w-]+(?:\.[\w-]+)*(?::\d+)?(?:\/[\w./%~-]*)?|'sha(?:256|384|512)-[\w+/=-]+')$/,
    'an address such as "https://stats.example.org", or the hash of an inline script or style such as "\'sha256-…\'"',
  )
  .register(advice, { advise: asAddress });

const plainMail = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/;
const mailbox = /^(?:[^<>\r\n]* <)?[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+>?$/;
const webOrMail = z
  .string()
  .refine(
    (given) =>
      plainMail.test(given) || (/^https:\/\/[^\s<>"]+$/.test(given) && URL.canParse(given)),
    "a mail address, or a web address that begins with https://",
  );

/** `content/site.yaml`: the owner's settings. Every field has a default, and so has the file. */
export const site = z.strictObject({
  title: z.string().min(1).default("Offprint").describe("The archive's name, on every page."),
  description: z
    .string()
    .min(1)
    .optional()
    .describe(
      "One sentence for the home page, search engines and feeds. The interface has a default.",
    ),
  address: webAddress
    .refine((address) => /^https?:\/\/[^/?#]+\/?$/i.test(address), {
      error: "an address without a path: the path goes under `base`",
      // The schema above reports values that are not addresses.
      when: ({ issues }) => issues.length === 0,
    })
    .register(advice, {
      advise: (given) => asAddress(given) ?? URL.parse(given)?.origin,
    })
    .optional()
    .meta({
      description: "Where the site is published, for canonical addresses and feeds.",
      examples: ["https://example.org"],
    }),
  base: z
    .string()
    .regex(
      /^(?=\/)(?:\/(?!\.{1,2}(?:\/|$))[\w\-.~]+)*\/?$/,
      'a path that begins with "/", such as "/" or "/papers", without "//" or ".."',
    )
    .register(advice, { advise: asBase })
    .default("/")
    .meta({ description: "The path under which the site is published.", examples: ["/papers"] }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en" or "pt-BR"')
    .register(advice, { advise: asLanguage })
    .default("en")
    .meta({
      description: "The language of the interface, of dates and of numbers, as a BCP 47 tag.",
      examples: ["de-AT"],
    }),
  author: z
    .string()
    .min(1)
    .optional()
    .describe("Who keeps the archive; shown at the foot of each page."),
  offline: z
    .boolean()
    .default(true)
    .describe(
      "Whether readers can keep the archive on their device; false also removes what they kept.",
    ),
  paperFiles: z
    .array(z.enum(paperFileKinds))
    .optional()
    .describe(
      "The files beside the page of each paper: its citation (`bib`, `ris`, `json`) and its text (`md`). If absent, a small archive has all of them and a large one has none, since hosts limit the number of files.",
    ),
  listFiles: z
    .boolean()
    .optional()
    .describe(
      "Whether each day and each topic has files with the citations of its papers. If absent, archives of up to 500 papers have them; in others, the reader's browser makes them.",
    ),
  cards: z
    .boolean()
    .optional()
    .describe(
      "Whether links to a paper show a picture of its title; if absent, a small archive has such pictures.",
    ),
  formulaConfidence: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe(
      "Formulas restored with less confidence than this, 0 to 1, stay as the source has them.",
    ),
  macros: z
    .record(
      z.string().regex(/^\\?[A-Za-z]+$/, 'a command such as "\\OPT": a backslash and letters'),
      z.string().max(500),
    )
    .default({})
    .transform(namedMacros)
    .meta({
      description:
        "What commands of your own stand for in formulas, by name, with `#1` to `#9` in the places of arguments.",
      examples: [{ "\\OPT": "\\mathrm{OPT}" }],
    }),
  sample: z
    .boolean()
    .default(true)
    .describe("Whether the sample is shown while `seeds/` is empty."),
  strict: z
    .boolean()
    .default(false)
    .describe(
      "Whether `npm run build -- --publish` fails on every error, instead of building a site without what the error is about.",
    ),
  mail: z
    .strictObject({
      from: z
        .string()
        .regex(mailbox, 'a mail address, or "Name <address>"')
        .optional()
        .meta({
          description: "Who sends it: an address, or a name and an address.",
          examples: ["Papers <papers@example.org>"],
        }),
      subscribe: webOrMail
        .optional()
        .describe("Where readers subscribe: the address of a page with a form, or a mail address."),
      unsubscribe: webOrMail.optional().meta({
        description:
          "Where readers unsubscribe: a mail address, or a web address that takes one-click requests, with `{address}` in the place of the reader's.",
        examples: ["https://example.org/unsubscribe?address={address}"],
      }),
    })
    .prefault({})
    .describe("The mail with new papers that `npm run digest` sends."),
  notes: z
    .strictObject({
      feeds: z
        .enum(["none", "marks", "text"])
        .default("marks")
        .describe(
          "What feeds show of a note: nothing, its marks (status, rating, tags), or its text too.",
        ),
      annotations: z
        .boolean()
        .default(true)
        .describe(
          "Whether a paper shows the annotation that its reference has, where no note of yours takes its place.",
        ),
      tagsFrom: z
        .array(z.enum(["keywords", "collections"]))
        .default([])
        .describe(
          "What becomes tags of a paper besides those of its note: the keywords or the collections of its references.",
        ),
      code: z
        .boolean()
        .default(false)
        .describe("Whether notes may hold code (imports, expressions), which a build then runs."),
    })
    .prefault({})
    .describe("How the notes in `content/notes/` are published."),
  allow: z
    .partialRecord(
      z.enum([
        "script-src",
        "style-src",
        "img-src",
        "font-src",
        "connect-src",
        "media-src",
        "frame-src",
        "form-action",
      ]),
      z
        .array(policySource)
        .describe("Addresses that begin with https://, or hashes of inline scripts and styles."),
    )
    .default({})
    .meta({
      description:
        "What pages may load or run besides the site's own files, for the owner's overrides, components and pages: sources by directive of the Content-Security-Policy.",
      examples: [{ "script-src": ["https://stats.example.org"] }],
    }),
  seedYears: z
    .record(z.string(), z.number().int().min(1900).max(2200))
    .default({})
    .describe("The years of seed pages that have no year, by the file's path under `seeds/`."),
  sources: z
    .strictObject({
      arxiv: webAddress
        .default("https://export.arxiv.org/api")
        .describe("The address of arXiv's API."),
      dailyPapers: z
        .union([webAddress, z.literal(false)])
        .default("https://huggingface.co/api")
        .describe("The address of the API of Daily Papers; false: never contact Daily Papers."),
      doi: webAddress.default("https://doi.org").describe("Where DOIs are resolved."),
      openReview: webAddress
        .default("https://api2.openreview.net")
        .describe("The address of OpenReview's API."),
      semanticScholar: webAddress
        .default("https://api.semanticscholar.org/graph/v1")
        .describe("The address of Semantic Scholar's API."),
      delay: z
        .number()
        .min(0)
        .max(3600)
        .default(3)
        .describe("Seconds between two requests to one host; arXiv asks for three."),
    })
    .prefault({})
    .describe("Where `npm run add` and `npm run fetch:daily` ask for papers."),
});
/** The settings of content/site.yaml. */
export type Site = z.infer<typeof site>;
