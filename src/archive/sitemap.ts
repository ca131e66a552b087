/** The most addresses that a sitemap may have. */
const mostInFile = 50_000;

/** A sitemap's file. */
export interface SitemapFile {
  name: string;
  text: string;
}

/** A page, and the day on which it last changed, if that is known. */
export interface SitemapPage {
  address: string;
  changed?: string | undefined;
}

/** The sitemap of a site, by the absolute addresses of its pages: one file, or an index of several. */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  addressOf: (name: string) => string,
  most = mostInFile,
): SitemapFile[] {
  const sorted = pages.toSorted((a, b) => (a.address < b.address ? -1 : 1));
  if (sorted.length <= most) return [{ name: "sitemap.xml", text: urlSet(sorted) }];
  const parts = Array.from({ length: Math.ceil(sorted.length / most) }, (_, index) => ({
    name: `sitemap-${index + 1}.xml`,
    text: urlSet(sorted.slice(index * most, (index + 1) * most)),
  }));
  const index = parts.map(
    ({ name }) => `<sitemap><loc>${escaped(addressOf(name))}</loc></sitemap>`,
  );
  return [{ name: "sitemap.xml", text: document("sitemapindex", index) }, ...parts];
}

/** The addresses in a file that `sitemapFiles` made, of pages or of other such files. */
export function addressesIn(text: string): string[] {
  return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) =>
    address.replaceAll("&apos;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
  );
}

function urlSet(pages: readonly SitemapPage[]): string {
  return document(
    "urlset",
    pages.map(({ address, changed }) => {
      const day = changed === undefined ? "" : `<lastmod>${changed}</lastmod>`;
      return `<url><loc>${escaped(address)}</loc>${day}</url>`;
    }),
  );
}

function document(root: string, lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines
    .map((line) => `${line}\n`)
    .join("")}</${root}>\n`;
}

function escaped(address: string): string {
  return address.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&apos;");
}
