import { llmsText } from "../archive/llms.ts";
import { openSearch } from "../archive/open-search.ts";
import { redirectsFile } from "../archive/redirects.ts";
import { absolute } from "./absolute.ts";
import { archive } from "./archive.ts";
import { headersFile } from "./headers-file.ts";
import { allPapersFile, filesBeside } from "./paper-files.ts";
import { redirects } from "./redirects.ts";
import { site, to, topicName } from "./settings.ts";

/** A file at the root of the site. */
export interface RootFile {
  name: string;
  text: string;
  mediaType: string;
}

/** The files at the root of the site that hosts, crawlers and other programs ask for by name. */
export async function rootFiles(): Promise<RootFile[]> {
  const found = await redirects();
  return [
    { name: "_headers", text: headersFile({ allow: site.allow }), mediaType: "text/plain" },
    ...(found.length > 0
      ? [{ name: "_redirects", text: redirectsFile(found), mediaType: "text/plain" }]
      : []),
    { name: "robots.txt", text: robotsText(), mediaType: "text/plain" },
    { name: "llms.txt", text: await llmsFile(), mediaType: "text/plain" },
    ...searchFile(),
  ];
}

function robotsText(): string {
  const map = absolute(to.file("sitemap.xml"));
  return `User-agent: *\nAllow: /\n${map === undefined ? "" : `\nSitemap: ${map}\n`}`;
}

async function llmsFile(): Promise<string> {
  const { papers, topics } = await archive();
  const at = (address: string) => absolute(address) ?? address;
  return llmsText({
    title: site.title,
    description: site.description,
    papers: papers.length,
    data: {
      papers: at(to.data(await allPapersFile())),
      schema: at(to.data("paper.schema.json")),
    },
    example:
      (await filesBeside()).has("md") && papers[0]
        ? at(to.paperFile(papers[0].id, "md"))
        : undefined,
    lists: [
      { name: "Papers by date", address: at(to.years()) },
      { name: "Topics", address: at(to.topics()) },
      { name: "About this archive", address: at(to.about()) },
    ],
    topics: topics.map(({ key, papers: of }) => ({
      name: topicName(key),
      address: at(to.topic(key)),
      papers: of.length,
    })),
  });
}

/** A browser can only search where it knows the absolute address. */
function searchFile(): RootFile[] {
  const search = absolute(to.search());
  if (search === undefined) return [];
  const text = openSearch({
    name: site.title,
    description: site.description,
    language: site.language,
    search,
    icon: absolute(to.file("favicon.svg")),
    self: absolute(to.file("opensearch.xml")),
  });
  return [{ name: "opensearch.xml", text, mediaType: "application/opensearchdescription+xml" }];
}
