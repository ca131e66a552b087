import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MDXInstance } from "astro";
import { readPageHead } from "../notes/page-head.ts";
import { defined } from "../schemas/defined.ts";
import { pageAddressTaken, report } from "../schemas/rules.ts";
import { reportFailedCode } from "./code-failed.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { workspace } from "./settings.ts";

/** An owner's page. The address of `content/pages/talks/2025.mdx` is `/talks/2025/`. */
export interface OwnPage {
  path: string;
  title: string;
  description?: string;
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
      await load().catch((error: unknown) => reportFailedCode("page", file.slice(1), error)),
    ],
  ),
);
const taken = new Set(
  readdirSync(join(workspace.root, "src/pages")).map((name) => name.replace(/\..*$/, "")),
);

/** The owner's pages. One that would hide a page of the engine is left out and reported. */
export const ownPages: OwnPage[] = modules.flatMap(([file, module]) => {
  const path = file.replace(/^\/content\/pages\/|\.mdx$/g, "").replace(/(?:^|\/)index$/, "");
  if (path === "" || taken.has(path.split("/")[0] ?? "")) {
    reportMessages([report(pageAddressTaken, { path }, { file: file.slice(1) })]);
    return [];
  }
  const source = readFileSync(join(workspace.root, file), "utf8");
  const { title = path.split("/").at(-1) ?? path, description } = readPageHead(file, source);
  return [
    {
      path,
      file: file.slice(1),
      source,
      title,
      ...defined({ description }),
      math: /\$[^$]+\$/.test(source),
      ...(module === undefined || module.unreadable ? {} : { Content: module.Content }),
    },
  ];
});
