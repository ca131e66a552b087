/** The most addresses that a sitemap may have. */
const mostInFile = 50_000;

/** A sitemap's file. */
export interface SitemapFile {
  name: string;
  text: string;
}

/**
 * The sitemap of a site, by the absolute addresses of its pages: one file, or an index of several. It says nothing
 * of when a page changed, which an archive that is built from its seeds does not know.
 */
export function sitemapFiles(
  addresses: readonly string[],
  addressOf: (name: string) => string,
  most = mostInFile,
): SitemapFile[] {
  const sorted = [...addresses].sort();
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

function urlSet(addresses: readonly string[]): string {
  return document(
    "urlset",
    addresses.map((address) => `<url><loc>${escaped(address)}</loc></url>`),
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
