/** What a browser learns about the archive's search. Addresses are absolute. */
export interface SearchDescription {
  name: string;
  description: string;
  language: string;
  search: string;
  icon?: string | undefined;
  self?: string | undefined;
}

/** The archive's search as an OpenSearch description, which has at most 16 characters for a short name. */
export function openSearch(given: SearchDescription): string {
  const { name, description, language, search, icon, self } = given;
  const short = [...name].slice(0, 16).join("").trim();
  const lines = [
    `<ShortName>${escaped(short)}</ShortName>`,
    ...(short === name ? [] : [`<LongName>${escaped([...name].slice(0, 48).join(""))}</LongName>`]),
    `<Description>${escaped([...description].slice(0, 1024).join(""))}</Description>`,
    `<Language>${escaped(language)}</Language>`,
    "<InputEncoding>UTF-8</InputEncoding>",
    ...(icon === undefined ? [] : [`<Image type="image/svg+xml">${escaped(icon)}</Image>`]),
    `<Url type="text/html" template="${escaped(search)}?q={searchTerms}"/>`,
    ...(self === undefined
      ? []
      : [
          `<Url type="application/opensearchdescription+xml" rel="self" template="${escaped(self)}"/>`,
        ]),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
${lines.map((line) => `  ${line}\n`).join("")}</OpenSearchDescription>
`;
}

function escaped(text: string): string {
  return text
    .replace(/(?!\s)[\p{Cc}\p{Cs}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}
