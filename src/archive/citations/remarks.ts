import { type Citation, urlOf } from "./citation.ts";

/** What a link leads to, in exports of every language: programs read it. */
const labels: Readonly<Record<string, string>> = {
  code: "Code",
  project: "Project page",
  data: "Data",
  other: "Link",
};
const kinds = new Map(Object.entries(labels).map(([kind, label]) => [label, kind]));
const listedBy = "Listed by ";
const pageIs = "Page: ";

/** Facts that no format has a field for, as lines for a reference manager's notes. */
export function remarksOf(citation: Citation): string[] {
  const { organization, organizationHandle, links, address } = citation;
  const handle = organizationHandle === undefined ? "" : ` (${organizationHandle})`;
  const url = urlOf(citation);
  return [
    ...(organization === undefined ? [] : [`${listedBy}${organization}${handle}`]),
    ...links
      // The address of the work says it already.
      .filter((link) => link.url !== url || link.kind !== "other")
      .map(({ kind, url: target }) => `${labels[kind] ?? labels["other"]}: ${target}`),
    ...(address === undefined || address === url ? [] : [`${pageIs}${address}`]),
  ];
}

/** What the remarks of an export say. */
export interface ReadRemarks {
  organization?: { name: string; handle: string };
  /** The kinds are those of a paper's links. */
  links: { kind: string; url: string }[];
  /** What is not from an export. */
  rest: string;
}

const labelsOfLinks = [...kinds.keys()].join("|");
const linkRemark = new RegExp(String.raw`^(?:${labelsOfLinks}): (https?://\S+)$`);
const pageRemark = new RegExp(String.raw`^${pageIs}https?://\S+$`);
const nextRemark = new RegExp(`; (?=(?:${labelsOfLinks}|${pageIs.slice(0, -2)}): https?://)`);

/** Reads the remarks of exports, in lines of their own or joined by semicolons. */
export function readRemarks(written: readonly string[]): ReadRemarks {
  const read: ReadRemarks = { links: [], rest: "" };
  const rest: string[] = [];
  for (const line of written.flatMap((text) => text.trim().split(nextRemark))) {
    const url = linkRemark.exec(line)?.[1];
    const kind = kinds.get(line.slice(0, line.indexOf(":")));
    // The page in the archive that wrote the export says nothing of the paper.
    if (pageRemark.test(line)) continue;
    if (url !== undefined && kind !== undefined) read.links.push({ kind, url });
    else if (line.startsWith(listedBy) && !read.organization) {
      const name = line.slice(listedBy.length);
      const [, before = name, handle = name] = /^(.+) \(([^()\s]+)\)$/.exec(name) ?? [];
      read.organization = { name: before, handle };
    } else if (line !== "") rest.push(line);
  }
  read.rest = rest.join("; ");
  return read;
}
