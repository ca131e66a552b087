import { existsSync } from "node:fs";
import { glob, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasWholeLists } from "../../archive/paper-files.ts";
import type { Finding } from "./findings.ts";

/** The limits of a host. */
interface Host {
  name: string;
  files?: number;
  bytes?: number;
  /** Bytes in one file. */
  largest?: number;
  /** Files and folders in one folder. */
  inFolder?: number;
}

/**
 * From the hosts' documentation in 2026:
 * https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits (a site of at
 * most 1 GB), https://docs.gitlab.com/user/gitlab_com/ (the same, and 200,000 files and folders), https://developers.cloudflare.com/pages/platform/limits/ (files, 25 MiB in one; paid
 * plans take 100,000 since January 2026), https://docs.netlify.com/site-deploys/overview/ (any number
 * of files, 54,000 in one folder).
 */
const hosts: Host[] = [
  { name: "GitHub Pages", bytes: 1_000_000_000 },
  { name: "GitLab Pages", bytes: 1_000_000_000, files: 200_000 },
  { name: "Cloudflare Pages (free plan)", files: 20_000, largest: 26_214_400 },
  { name: "Cloudflare Pages (paid plans)", files: 100_000, largest: 26_214_400 },
  { name: "Netlify", inFolder: 54_000 },
];

/** The size of a built site. */
export interface SiteSize {
  files: number;
  bytes: number;
  largest: { file: string; bytes: number };
  /** The folder with the most entries, and their number. */
  fullest: { folder: string; files: number };
}

/** Measures a built site; undefined if there is none. */
export async function sizeOf(folder: string): Promise<SiteSize | undefined> {
  if (!existsSync(folder)) return undefined;
  const size: SiteSize = {
    files: 0,
    bytes: 0,
    largest: { file: "", bytes: 0 },
    fullest: { folder: "", files: 0 },
  };
  const inFolder = new Map<string, number>();
  for await (const file of glob("**/*", { cwd: folder })) {
    const found = await stat(join(folder, file));
    const parent = dirname(file);
    const files = (inFolder.get(parent) ?? 0) + 1;
    inFolder.set(parent, files);
    if (files > size.fullest.files) size.fullest = { folder: parent, files };
    if (!found.isFile()) continue;
    size.files += 1;
    size.bytes += found.size;
    if (found.size > size.largest.bytes) size.largest = { file, bytes: found.size };
  }
  return size;
}

/**
 * About how many files and bytes each paper of Daily Papers adds to a site: in a large archive, measured in one of 3,724
 * of them, and in a smaller one, whose papers have all files beside their pages and whose lists have their abstracts.
 */
const eachPaper = {
  large: { files: 1.8, bytes: 40_200 },
  small: { files: 8.5, bytes: 130_000 },
} as const;
/** What a site has besides. */
const besides = { files: 300, bytes: 3_000_000 };

/** How large a site of so many papers will be, if they are like those of Daily Papers. */
export function expectedSize(papers: number): Pick<SiteSize, "files" | "bytes"> {
  const { files, bytes } = eachPaper[hasWholeLists(papers) ? "small" : "large"];
  return {
    files: Math.round(besides.files + papers * files),
    bytes: Math.round(besides.bytes + papers * bytes),
  };
}

/**
 * How far a site of so many papers is from the limits of each host, a line a host: what it takes of them, and
 * about how many papers fit. `size` is that of the site, or the one that is expected.
 */
export function distances(size: Pick<SiteSize, "files" | "bytes">, papers: number): string[] {
  return hosts.map(({ name, files, bytes, largest, inFolder }) => {
    const limits = [
      ...takenOf("files", size.files, files, (count) => count.toLocaleString("en")),
      ...takenOf("in total", size.bytes, bytes, megabytes),
      ...(largest === undefined ? [] : [`at most ${megabytes(largest)} in a file`]),
      ...(inFolder === undefined
        ? []
        : [`at most ${inFolder.toLocaleString("en")} files in a folder`]),
    ];
    return `${name}: ${limits.join(", ")}${room(size, papers, { files: files ?? Infinity, bytes: bytes ?? Infinity })}`;
  });
}

/**
 * About how many papers fit within limits, in words. A small archive says little about that, since a large one has fewer
 * files and bytes for each paper, and one of a few papers has more of other files.
 */
function room(
  size: Pick<SiteSize, "files" | "bytes">,
  papers: number,
  { files, bytes }: Pick<SiteSize, "files" | "bytes">,
): string {
  const isSmall = hasWholeLists(papers);
  const fitting = isSmall
    ? Math.min(
        (files - besides.files) / eachPaper.large.files,
        (bytes - besides.bytes) / eachPaper.large.bytes,
      )
    : papers / Math.max(size.files / files, size.bytes / bytes);
  const hundreds = Math.floor(fitting / 100) * 100;
  if (papers === 0 || !Number.isFinite(hundreds) || hundreds === 0) return "";
  const which = isSmall ? "papers" : "papers like these";
  return `; about ${hundreds.toLocaleString("en")} ${which} fit`;
}

/** What is taken of a limit: `18,082 of 20,000 files (90 %)`. */
function takenOf(
  what: string,
  value: number,
  most: number | undefined,
  written: (value: number) => string,
): string[] {
  if (most === undefined) return [];
  return [`${written(value)} of ${written(most)} ${what} (${Math.ceil((value / most) * 100)} %)`];
}

/** A finding that names the hosts for which a site is too large; none if there are none. */
export function tooLarge({ files, bytes, largest, fullest }: SiteSize): Finding[] {
  const items = hosts.flatMap((host) => [
    ...over(host.name, "files", files, host.files, String),
    ...over(host.name, "in total", bytes, host.bytes, megabytes),
    ...over(host.name, `in ${largest.file}`, largest.bytes, host.largest, megabytes),
    ...over(host.name, `files in ${fullest.folder}`, fullest.files, host.inFolder, String),
  ]);
  const hint =
    "Each paper adds two or three files, and up to five more beside its page: `paperFiles: []` and `cards: false` in content/site.yaml leave those out. GitHub Pages does not limit the number of files, and your own server has no limits. Publish there, or remove some papers.";
  return items.length === 0
    ? []
    : [
        {
          kind: "too large",
          severity: "warning",
          title: "limits of hosts that the site exceeds",
          items,
          hint,
        },
      ];
}

function over(
  host: string,
  what: string,
  value: number,
  most: number | undefined,
  written: (value: number) => string,
): string[] {
  if (most === undefined || value <= most) return [];
  return [`${host}: ${written(value)} ${what}, but the limit is ${written(most)}`];
}

/** Bytes in megabytes of 1,000,000 bytes, such as `1.5 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
