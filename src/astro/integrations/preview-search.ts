import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Connect } from "vite";
import { noSearchIndex, report } from "../../schemas/rules.ts";
import { sourcesChanged } from "../made-once.ts";
import { besidePages, startBesidePages, stopBesidePages } from "./beside-pages.ts";
import { reportMessages } from "./build-report.ts";
import { setSearchState } from "./search-state.ts";
import { serveIndex } from "./serve-index.ts";

/** The search index of a preview, with what else needs the archive as a whole. */
export interface PreviewSearch {
  /** Makes them again, once nothing has changed for a moment. */
  renew: () => void;
  /** Serves the index; `base` is the site's. */
  serve: (base: string) => Connect.NextHandleFunction;
  stop: () => void;
}

/** How long nothing may change before the index is made again, in milliseconds; longer where that takes long. */
const pause = 500;

/**
 * Makes related papers, the map and the search index of a preview in a process beside it, each time in a folder of
 * its own, so that a reader's query never meets half an index. `onMade` is called after each.
 */
export function previewSearch(root: string, onMade: () => void): PreviewSearch {
  const all = join(root, ".cache/preview");
  clearFolders(all);
  let folders: string[] = [];
  let number = 0;
  let changes = 0;
  let running = false;
  let stopped = false;
  let took = 0;
  const make = async () => {
    number += 1;
    const folder = join(all, `${process.pid}-${number}`);
    mkdirSync(folder, { recursive: true });
    const started = performance.now();
    setSearchState({ isMaking: true });
    startBesidePages(root, folder, { isBackground: true });
    try {
      void besidePages()?.related.then(() => sourcesChanged("comparisons"));
      const written = await besidePages()?.search;
      reportMessages(written?.messages ?? []);
      // A reader may still have the root of the last index open.
      const [last, ...older] = folders;
      for (const old of older) rmSync(old, { recursive: true, force: true });
      folders = last === undefined ? [folder] : [folder, last];
      setSearchState({ isMaking: false, time: new Date() });
      onMade();
    } catch (error) {
      setSearchState({ isMaking: false });
      if (stopped) return;
      const reason = error instanceof Error ? error.message : String(error);
      reportMessages([report(noSearchIndex, { reason }, { file: "search/" })]);
    } finally {
      took = performance.now() - started;
    }
  };
  /** Until nothing has changed for as long as the last index took. */
  const settle = async () => {
    for (let seen = -1; seen !== changes; ) {
      seen = changes;
      await setTimeout(number === 0 ? 0 : Math.max(pause, took / 4), undefined, { ref: false });
    }
  };
  const renew = async () => {
    changes += 1;
    if (running) return;
    running = true;
    for (let made = 0; made !== changes && !stopped; ) {
      await settle();
      made = changes;
      await make();
    }
    running = false;
  };
  return {
    renew: () => void renew(),
    serve: (base) => serveIndex(base, () => folders),
    stop: () => {
      stopped = true;
      stopBesidePages();
      clearFolders(all, process.pid);
    },
  };
}

/** Removes what previews left that have ended, or that end now. */
function clearFolders(all: string, ending?: number): void {
  mkdirSync(all, { recursive: true });
  for (const name of readdirSync(all)) {
    const owner = Number.parseInt(name, 10);
    if (owner === ending || !isRunning(owner)) {
      rmSync(join(all, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
