import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MDXInstance } from "astro";
import { pageAddress, pathOfAlias } from "../notes/page-address.ts";
import { readPageHead } from "../notes/page-head.ts";
import { defined } from "../schemas/defined.ts";
import { pageAddressTaken, report, samePageAddress } from "../schemas/rules.ts";
import { licencesFile, sumsFile } from "../workspace/built-files.ts";
import { reportFailedCode } from "./code-failed.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { markUntraceable } from "./integrations/page-trace.ts";
import { workspace } from "./settings.ts";
import { fact } from "./traced.ts";

/** An owner's page. The address of `content/pages/talks/2025.mdx` is `/talks/2025/`. */
export interface OwnPage {
  path: string;
  title: string;
  description?: string;
  /** The paths of its former addresses. */
  aliases: string[];
  /** Whether it may contain a formula. */
  math: boolean;
  /** Relative to the workspace. */
  file: string;
  source: string;
  /** The compiled text; absent if the page has a fault. */
  Content?: PageModule["Content"];
}

type PageModule = MDXInstance<Record<string, unknown>> & { unreadable?: true };

const modules = await Promise.all(
  Object.entries(import.meta.glob<PageModule>("/content/pages/**/*.mdx")).map(
    async ([file, load]): Promise<[string, PageModule | undefined]> => [
      file,
      await load().catch((error: unknown) =>
        reportFailedCode(workspace.root, "page", file.slice(1), error),
      ),
    ],
  ),
);
const taken = new Set(
  ["src/pages", "public"].flatMap((folder) =>
    readdirSync(join(workspace.root, folder)).map((name) =>
      name.replace(/\..*$/, "").toLowerCase(),
    ),
  ),
);
for (const name of ["pagefind", "service-worker"]) taken.add(name);
// Builds write these beside the pages, and could not if a page had a folder of that name.
for (const name of [sumsFile, licencesFile]) taken.add(name.toLowerCase());
const byAddress = new Map<string, string>();

/** Whether a path is, or could be, the address of a page or file of the engine's. */
export function isEnginesAddress(path: string): boolean {
  const key = path.toLowerCase();
  return path === "" || [/[/.]/, "/"].some((end) => taken.has(key.split(end)[0] ?? ""));
}

/** The owner's pages. A page of the engine that asks for all of them is made again in every build. */
export function ownPages(): readonly OwnPage[] {
  markUntraceable();
  return all;
}

/** Path and title of the owner's pages that are in no folder. */
export const ownPagesOnTop = fact("pages of the owner on top", [], () =>
  all.filter(({ path }) => !path.includes("/")).map(({ path, title }) => ({ path, title })),
);

/**
 * The owner's pages. One that would hide a page of the engine, or another of the owner's, is left out
 * and reported.
 */
const all: OwnPage[] = modules.flatMap(([file, module]) => {
  const path = pageAddress(file.replace(/^\/content\/pages\/|\.mdx$/g, ""));
  const place = { file: file.slice(1) };
  // Not every host distinguishes case.
  const key = path.toLowerCase();
  if (isEnginesAddress(path)) {
    reportMessages([report(pageAddressTaken, { path }, place)]);
    return [];
  }
  const other = byAddress.get(key);
  if (other !== undefined) {
    reportMessages([report(samePageAddress, { path, other }, place)]);
    return [];
  }
  byAddress.set(key, place.file);
  const source = readFileSync(join(workspace.root, file), "utf8");
  const head = readPageHead(file, source);
  const { title = path.split("/").at(-1) ?? path, description, aliases = [] } = head;
  return [
    {
      path,
      file: file.slice(1),
      source,
      title,
      ...defined({ description }),
      aliases: aliases.map(pathOfAlias),
      math: /\$[^$]+\$/.test(source),
      ...(module === undefined || module.unreadable ? {} : { Content: module.Content }),
    },
  ];
});
