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
  /** The archive's name, on every page. */
  title: z.string().min(1).default("Offprint"),
  /** One sentence for the home page, search engines and feeds. The interface has a default. */
  description: z.string().min(1).optional(),
  /**
   * Where the site is published, for canonical addresses and feeds.
   * @example "https://example.org"
   */
  address: webAddress
    .refine((address) => /^https?:\/\/[^/?#]+\/?$/i.test(address), {
      error: "an address without a path: the path goes under `base`",
      // The schema above reports values that are not addresses.
      when: ({ issues }) => issues.length === 0,
    })
    .register(advice, {
      advise: (given) => asAddress(given) ?? URL.parse(given)?.origin,
    })
    .optional(),
  /**
   * The path under which the site is published.
   * @example "/papers"
   */
  base: z
    .string()
    .regex(
      /^(?=\/)(?:\/(?!\.{1,2}(?:\/|$))[\w\-.~]+)*\/?$/,
      'a path that begins with "/", such as "/" or "/papers", without "//" or ".."',
    )
    .register(advice, { advise: asBase })
    .default("/"),
  /**
   * The language of the interface, of dates and of numbers, as a BCP 47 tag.
   * @example "de-AT"
   */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en" or "pt-BR"')
    .register(advice, { advise: asLanguage })
    .default("en"),
  /** Who keeps the archive; shown at the foot of each page. */
  author: z.string().min(1).optional(),
  /** Whether readers can keep the archive on their device; false also removes what they kept. */
  offline: z.boolean().default(true),
  /**
   * The files beside the page of each paper: its citation (`bib`, `ris`, `json`) and its text (`md`). If absent,
   * a small archive has all of them and a large one has none, since hosts limit the number of files.
   */
  paperFiles: z.array(z.enum(paperFileKinds)).optional(),
  /** Whether links to a paper show a picture of its title; if absent, a small archive has such pictures. */
  cards: z.boolean().optional(),
  /** Formulas restored with less confidence than this, 0 to 1, stay as the source has them. */
  formulaConfidence: z.number().min(0).max(1).default(0.5),
  /**
   * What commands of your own stand for in formulas, by name, with `#1` to `#9` in the places of arguments.
   * @example { "\\OPT": "\\mathrm{OPT}" }
   */
  macros: z
    .record(
      z.string().regex(/^\\?[A-Za-z]+$/, 'a command such as "\\OPT": a backslash and letters'),
      z.string().max(500),
    )
    .default({})
    .transform(namedMacros),
  /**
   * Whether `npm run build -- --publish` fails on every error, instead of building a site without what the error
   * is about.
   */
  strict: z.boolean().default(false),
  /** The mail with new papers that `npm run digest` sends. */
  mail: z
    .strictObject({
      /**
       * Who sends it: an address, or a name and an address.
       * @example "Papers <papers@example.org>"
       */
      from: z.string().regex(mailbox, 'a mail address, or "Name <address>"').optional(),
      /** Where readers subscribe: the address of a page with a form, or a mail address. */
      subscribe: webOrMail.optional(),
      /**
       * Where readers unsubscribe: a mail address, or a web address that takes one-click requests, with
       * `{address}` in the place of the reader's.
       * @example "https://example.org/unsubscribe?address={address}"
       */
      unsubscribe: webOrMail.optional(),
    })
    .prefault({}),
  /** How the notes in `content/notes/` are published. */
  notes: z
    .strictObject({
      /** What feeds show of a note: nothing, its marks (status, rating, tags), or its text too. */
      feeds: z.enum(["none", "marks", "text"]).default("marks"),
      /**
       * Whether a paper shows the annotation that its reference has, where no note of yours takes its
       * place.
       */
      annotations: z.boolean().default(true),
      /**
       * What becomes tags of a paper besides those of its note: the keywords or the collections of its
       * references.
       */
      tagsFrom: z.array(z.enum(["keywords", "collections"])).default([]),
      /** Whether notes may hold code (imports, expressions), which a build then runs. */
      code: z.boolean().default(false),
    })
    .prefault({}),
  /**
   * What pages may load or run besides the site's own files, for the owner's overrides, components and
   * pages: sources by directive of the Content-Security-Policy.
   * @example { "script-src": ["https://stats.example.org"] }
   */
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
      z.array(policySource),
    )
    .default({}),
  /** The years of seed pages that have no year, by the file's path under `seeds/`. */
  seedYears: z.record(z.string(), z.number().int().min(1900).max(2200)).default({}),
  /** Where `npm run add` and `npm run fetch:daily` ask for papers. */
  sources: z
    .strictObject({
      arxiv: webAddress.default("https://export.arxiv.org/api"),
      /** False: never contact Daily Papers. */
      dailyPapers: z.union([webAddress, z.literal(false)]).default("https://huggingface.co/api"),
      doi: webAddress.default("https://doi.org"),
      openReview: webAddress.default("https://api2.openreview.net"),
      semanticScholar: webAddress.default("https://api.semanticscholar.org/graph/v1"),
      /** Seconds between two requests to one host; arXiv asks for three. */
      delay: z.number().min(0).max(3600).default(3),
    })
    .prefault({}),
});
/** The settings of content/site.yaml. */
export type Site = z.infer<typeof site>;
