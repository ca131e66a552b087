/** What a link to a page shows elsewhere. */
export interface LinkPreview {
  /** The page's own title, without the archive's name. */
  title: string;
  description: string;
  /** Absolute; without it, readers of the tags take the address that they asked for. */
  address?: string | undefined;
  /** The archive's name. */
  siteName?: string | undefined;
  /** The language of the interface, as a BCP 47 tag. */
  language: string;
  /** Present on the page of a paper: its date as far as it is known. */
  article?: { published?: string | undefined };
  /** A picture of the page. */
  picture?: { address: string; width: number; height: number; text: string } | undefined;
}

/** A `<meta>` of Open Graph. */
export interface PropertyTag {
  property: string;
  content: string;
}

/**
 * Tags of Open Graph, and the one of X and others that has no counterpart in it. A paper is an `article`,
 * because Zotero takes `website` for the type of the paper.
 */
export function openGraphTags(preview: LinkPreview): PropertyTag[] {
  const { title, description, address, siteName, language, article, picture } = preview;
  const tags: [string, string | undefined][] = [
    ["og:title", title],
    ["og:description", description],
    ["og:type", article ? "article" : "website"],
    ["og:url", address],
    ["og:site_name", siteName],
    ["og:locale", localeOf(language)],
    ["article:published_time", article?.published],
    ["og:image", picture?.address],
    ["og:image:width", picture && String(picture.width)],
    ["og:image:height", picture && String(picture.height)],
    ["og:image:alt", picture?.text],
    ["twitter:card", picture ? "summary_large_image" : "summary"],
  ];
  return tags.flatMap(([property, content]) => (content ? [{ property, content }] : []));
}

/** By language. All pages of a site have the same, and finding it takes a while. */
const locales = new Map<string, string | undefined>();

/** Open Graph writes `de_AT`, and knows no language without a country. */
function localeOf(language: string): string | undefined {
  if (locales.has(language)) return locales.get(language);
  const { language: name, region } = new Intl.Locale(language).maximize();
  const locale = region === undefined ? undefined : `${name}_${region}`;
  locales.set(language, locale);
  return locale;
}
