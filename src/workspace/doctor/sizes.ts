import { existsSync } from "node:fs";
import { glob, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
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
 * most 1 GB), https://developers.cloudflare.com/pages/platform/limits/ (files, 25 MiB in one; paid
 * plans take 100,000 since January 2026), https://docs.netlify.com/site-deploys/overview/ (any number
 * of files, 54,000 in one folder).
 */
const hosts: Host[] = [
  { name: "GitHub Pages", bytes: 1_000_000_000 },
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

/** The limits of all hosts, in words. */
export function hostLimits(): string {
  return hosts
    .map(({ name, files, bytes, largest, inFolder }) => {
      const limits = [
        files === undefined ? [] : `${files.toLocaleString("en")} files`,
        bytes === undefined ? [] : `${megabytes(bytes)} in total`,
        largest === undefined ? [] : `${megabytes(largest)} in a file`,
        inFolder === undefined ? [] : `${inFolder.toLocaleString("en")} files in a folder`,
      ].flat();
      return `${name}: at most ${limits.join(", ")}`;
    })
    .join("; ");
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
    "Each paper adds about two files, and up to five more beside its page: `paperFiles: []` and `cards: false` in content/site.yaml leave those out. GitHub Pages does not limit the number of files, and your own server has no limits. Publish there, or remove some papers.";
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
