import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroPrerenderer } from "astro";
import { defined } from "../../schemas/defined.ts";
import { report, silentProcess } from "../../schemas/rules.ts";
import { entriesIn } from "../../workspace/archive-size.ts";
import type { KeptBundle } from "../../workspace/bundle/kept-bundles.ts";
import { makersThatFit } from "../../workspace/machine-memory.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { minutesOf, patienceFor } from "../../workspace/patience.ts";
import { countPage, reportMessages } from "../integrations/build-report.ts";
import type { ReusedPages } from "../integrations/reused-pages.ts";
import { configuredPart, type SiteConfig, type SitePart } from "../integrations/site-part.ts";
import { sorted, targetOf } from "../integrations/write-pages.ts";
import { type PageMaker, startMaker } from "./start-maker.ts";

type PagePath = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/** How pages are made by several processes. */
export interface SharedPages {
  /** How many processes make pages; undefined for as many as are worth it. */
  processes: number | undefined;
  /** The bundles that they make pages with; undefined if only Astro can make pages. */
  bundle: () => Pick<KeptBundle, "server" | "facts"> | undefined;
  pages: ReusedPages;
  /** The program of such a process. */
  program?: string;
  /** For how long one may say nothing, in milliseconds; by the number of entries, unless it is given. */
  patience?: number;
}

/** Below these, other processes take longer to start than they save, or there is no processor for them. */
const least = { pages: 5000, processors: 4 };
const mostMakers = 8;

/** As many pages are given to a process at once. */
const inBatch = 100;

/**
 * Lets other processes make pages, which are the same by whichever of them. Those that they leave, because something is
 * unusual with them or a process has failed, are made here.
 */
export function sharePages(shared: SharedPages): SitePart {
  const name = "offprint:share-pages";
  return configuredPart(name, (settled) => ({
    "astro:build:start": ({ setPrerenderer }) =>
      setPrerenderer((inner) => ({
        ...inner,
        name,
        getStaticPaths: async () => made(await inner.getStaticPaths(), settled(), shared),
      })),
  }));
}

/** Makes pages, and returns those that are left. */
async function made(
  paths: PagePath[],
  config: SiteConfig,
  { processes, bundle, pages, program, patience: given }: SharedPages,
): Promise<PagePath[]> {
  const { usual, others } = sorted(paths, targetOf(config));
  const wanted = processes ?? worthwhile(usual.length);
  const present = wanted > 1 ? bundle() : undefined;
  if (!present) return paths;
  const root = fileURLToPath(config.root);
  const papers = entriesIn(workspaceAt(root));
  const count = processes ?? Math.min(wanted, makersThatFit(papers));
  if (count === 1) return paths;
  const folder = join(root, ".cache/page-makers");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const place = { base: config.base, ...defined({ address: config.site }) };
  const task = { root, stage: fileURLToPath(config.outDir), place, bundle: present };
  const patience = given ?? patienceFor(papers);
  const silent = () => {
    const params = { time: minutesOf(patience) };
    reportMessages([report(silentProcess, params, { file: "dist/" })]);
  };
  const makers = Array.from({ length: count }, (_, at) =>
    startMaker(
      { ...task, record: join(folder, `${at}.json`) },
      { program, papers, patience, silent },
    ),
  );
  const left = new Set<string>();
  const batches = batchesOf(usual.map(({ pathname }) => pathname));
  await Promise.all(makers.map((maker) => work(maker, batches, left)));
  // If all processes have ended early, some batches were given to none.
  for (const paths of batches) leave(paths, left);
  for (const maker of makers) {
    const record = await maker.end();
    if (record) pages.addMade(record);
  }
  rmSync(folder, { recursive: true, force: true });
  return [...usual.filter(({ pathname }) => left.has(pathname)), ...others];
}

/** How many processes make so many pages the fastest; one processor is for what is made beside them. */
function worthwhile(pages: number): number {
  const processors = availableParallelism();
  if (pages < least.pages || processors < least.processors) return 1;
  return Math.min(processors - 1, mostMakers);
}

function* batchesOf(paths: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < paths.length; at += inBatch) yield paths.slice(at, at + inBatch);
}

function leave(paths: readonly string[], left: Set<string>): void {
  for (const path of paths) left.add(path);
}

/** Lets a process make batches as long as there are some and it has not ended. */
async function work(
  maker: PageMaker,
  batches: Iterator<readonly string[]>,
  left: Set<string>,
): Promise<void> {
  for (let next = batches.next(); !next.done; next = batches.next()) {
    const said = await maker.make(next.value);
    leave(said?.left ?? next.value, left);
    if (!said) return;
    reportMessages(said.messages);
    for (let page = 0; page < said.pages; page++) countPage();
  }
}
