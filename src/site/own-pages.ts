import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MDXInstance } from "astro";
import { reportMessages } from "../integrations/build-report.ts";
import { project } from "./settings.ts";

/** A page of the owner's: `content/pages/talks/2025.mdx` lies at `/talks/2025/`. */
export interface OwnPage {
  path: string;
  title: string;
  description?: string;
  /** Whether it may hold a formula. */
  math: boolean;
  Content: MDXInstance<Record<string, unknown>>["Content"];
}

const modules = import.meta.glob<MDXInstance<Record<string, unknown>>>("/content/pages/**/*.mdx", {
  eager: true,
});
const taken = new Set(
  readdirSync(join(project.root, "src/pages")).map((name) => name.replace(/\..*$/, "")),
);

/** The owner's pages, by their addresses; one that would hide a page of the engine is left out. */
export const ownPages: OwnPage[] = Object.entries(modules).flatMap(([file, module]) => {
  const path = file.replace(/^\/content\/pages\/|\.mdx$/g, "").replace(/(?:^|\/)index$/, "");
  const { title, description } = module.frontmatter;
  if (path === "" || taken.has(path.split("/")[0] ?? "")) {
    reportMessages([
      {
        rule: "page-taken",
        severity: "error",
        reason: `There is a page of the engine at /${path}, so this one is left out.`,
        place: { file: file.slice(1) },
        hint: "Give the file another name.",
      },
    ]);
    return [];
  }
  return [
    {
      path,
      title: typeof title === "string" ? title : (path.split("/").at(-1) ?? path),
      ...(typeof description === "string" ? { description } : {}),
      math: /\$[^$]+\$/.test(readFileSync(join(project.root, file), "utf8")),
      Content: module.Content,
    },
  ];
});
