import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AstroPrerenderer } from "astro";
import type { Message } from "../../schemas/message.ts";
import { configOf, prerendererOf } from "../build-from-bundle.ts";
import { followBesidePages } from "../integrations/beside-pages.ts";
import { takeReport } from "../integrations/build-report.ts";
import { bundleRecord, recordBundle } from "../integrations/bundle-record.ts";
import { fileOf } from "../integrations/page-file.ts";
import { reusePages } from "../integrations/reuse-pages.ts";
import { ReusedPages } from "../integrations/reused-pages.ts";
import { bodyOf, targetOf, writePage } from "../integrations/write-pages.ts";
import { type FromMaker, type MakerTask, toMaker } from "./messages.ts";

/**
 * A process that makes pages for the one that started it, with the bundles of that, and ends with it. It says what it has
 * made by messages, and how in a file.
 */
type PagePath = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

const waiting = {
  related: Promise.withResolvers<string | undefined>(),
  map: Promise.withResolvers<string | undefined>(),
  likeness: Promise.withResolvers<string | undefined>(),
};

followBesidePages({
  related: waiting.related.promise,
  map: waiting.map.promise,
  likeness: waiting.likeness.promise,
  search: new Promise(() => {}),
  stop: () => {},
});

process.once("disconnect", () => process.exit());

let maker: Promise<Maker> | undefined;
process.on("message", (value) => {
  const said = toMaker.parse(value);
  if (said.type === "beside") waiting[said.name].resolve(said.digest);
  if (said.type === "begin") {
    maker = Maker.begin(said.task);
    void maker.then(() => say({ type: "ready" }));
  }
  if (said.type === "pages") void maker?.then((one) => one.make(said.paths));
  if (said.type === "end") void maker?.then((one) => one.end());
});

/** Fulfilled when the message is on its way. */
function say(message: FromMaker): Promise<void> {
  return new Promise((sent) => {
    process.send?.(message, () => sent());
  });
}

class Maker {
  readonly #task: MakerTask;
  readonly #pages = new ReusedPages(undefined);
  readonly #folders = new Set<string>();
  readonly #byPath = new Map<string, PagePath>();
  #prerenderer: AstroPrerenderer | undefined;

  private constructor(task: MakerTask) {
    this.#task = task;
  }

  static async begin(task: MakerTask): Promise<Maker> {
    const made = new Maker(task);
    recordBundle(task.bundle.facts);
    const config = configOf(task.bundle, task);
    let prerenderer = await prerendererOf(task.bundle, task.place);
    const { hooks } = reusePages(made.#pages);
    hooks["astro:config:done"]?.({ config });
    await hooks["astro:build:start"]?.({
      setPrerenderer: (before) => {
        prerenderer = before(prerenderer);
      },
    });
    await prerenderer.setup?.();
    for (const path of await prerenderer.getStaticPaths()) made.#byPath.set(path.pathname, path);
    made.#prerenderer = prerenderer;
    return made;
  }

  /** Makes pages by their paths, and leaves those that fail. */
  async make(paths: readonly string[]): Promise<void> {
    const target = targetOf(configOf(this.#task.bundle, this.#task));
    const left: string[] = [];
    const messages: Message[] = [];
    let pages = 0;
    for (const pathname of paths) {
      takeReport();
      const isMade = await this.#makeOne(pathname, target);
      const report = takeReport();
      if (!isMade) {
        // The process that makes it will say what there is to say.
        left.push(pathname);
        continue;
      }
      pages += report.pages;
      messages.push(...report.messages);
    }
    await say({ type: "made", left, pages, messages });
  }

  async #makeOne(pathname: string, target: ReturnType<typeof targetOf>): Promise<boolean> {
    const path = this.#byPath.get(pathname);
    const prerenderer = this.#prerenderer;
    if (!path || !prerenderer) return false;
    bundleRecord().needsAstro = false;
    try {
      const body = await bodyOf(prerenderer, path, target);
      // Astro said something about the page, which only the process that started this one shows.
      if (body === undefined || bundleRecord().needsAstro) return false;
      await writePage(join(target.folder, fileOf(path)), body, this.#folders);
      return true;
    } catch {
      return false;
    }
  }

  /** Writes how the pages were made, and ends the process. */
  async end(): Promise<void> {
    const { record, stage } = this.#task;
    writeFileSync(record, JSON.stringify(await this.#pages.record("", stage)));
    await say({ type: "ended" });
    process.disconnect();
  }
}
