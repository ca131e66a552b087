import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroPrerenderer } from "astro";
import { linkFile } from "../../workspace/link-file.ts";
import type { BuiltPartition } from "../../workspace/partitions/built-partition.ts";
import type { PagesRecord } from "../../workspace/unchanged/last-pages.ts";
import { countPage, reportMessages } from "./build-report.ts";
import { sumsOfFiles } from "./kept-files.ts";
import { fileOf } from "./page-file.ts";
import { areSamePages } from "./reused-pages.ts";
import type { SitePart } from "./site-part.ts";

type StaticPath = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/** Makes only those pages and files whose paths are chosen. */
export function onlyPages(isChosen: (path: string) => boolean): SitePart {
  return withPaths("offprint:only-pages", (paths) =>
    paths.filter((path) => isChosen(fileOf(path))),
  );
}

/** Makes no page, and says of which partitions all would be as they were, by their names. */
export function samePartitions(
  lastPages: ReadonlyMap<string, PagesRecord>,
  partitionOf: (path: string) => string | undefined,
  isSame: (name: string) => void,
): SitePart {
  let out = "";
  const integration = withPaths("offprint:same-partitions", async (paths) => {
    const parts = Map.groupBy(paths, (path) => partitionOf(fileOf(path)));
    for (const [name, last] of lastPages) {
      if (await areSamePages(last, parts.get(name) ?? [], out)) isSame(name);
    }
    return [];
  });
  const onConfig: SitePart["hooks"]["astro:config:done"] = ({ config }) => {
    out = fileURLToPath(config.outDir);
  };
  return { ...integration, hooks: { ...integration.hooks, "astro:config:done": onConfig } };
}

/**
 * Takes the pages of partitions that were made apart, and makes the others. Everything that is made of a finished site
 * finds all of them.
 */
export function joinedPages(partitions: readonly BuiltPartition[]): SitePart {
  let out = "";
  const integration = withPaths("offprint:joined-pages", (paths) => {
    const left = paths.filter((path) => {
      const file = fileOf(path);
      return !partitions.some(({ files }) => Object.hasOwn(files, file));
    });
    for (const { pages, messages } of partitions) {
      reportMessages(messages);
      for (let page = 0; page < pages; page++) countPage();
    }
    return left;
  });
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      "astro:config:done": ({ config }) => {
        out = fileURLToPath(config.outDir);
      },
      "astro:build:done": () => {
        for (const { folder, files } of partitions) {
          for (const [path, digest] of Object.entries(files)) {
            if (giveFile(path, folder, out)) sumsOfFiles().set(path, digest);
          }
        }
      },
    },
  };
}

function withPaths(
  name: string,
  choose: (paths: StaticPath[]) => StaticPath[] | Promise<StaticPath[]>,
): SitePart {
  return {
    name,
    hooks: {
      "astro:build:start": ({ setPrerenderer }) =>
        setPrerenderer((astros) => ({
          ...astros,
          name,
          getStaticPaths: async () => choose(await astros.getStaticPaths()),
        })),
    },
  };
}

/** Gives a site a file of a partition. False if the site has it: bundles have the same files. */
function giveFile(path: string, from: string, to: string): boolean {
  const target = join(to, path);
  if (existsSync(target)) return false;
  linkFile(join(from, path), target);
  return true;
}
