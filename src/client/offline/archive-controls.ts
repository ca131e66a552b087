import { defined } from "../../schemas/defined.ts";
import { activeWorker } from "./active-worker.ts";
import {
  type ArchiveStore,
  type Progress,
  readState,
  removeArchive,
  setWanted,
} from "./archive-store.ts";
import {
  type DownloadResult,
  downloadArchive,
  fetchBuildSummary,
  resultOfError,
} from "./download-archive.ts";
import { setDownloadFlag } from "./download-flag.ts";
import type { BuildSummary } from "./file-list.ts";
import type { ArchiveState } from "./offline-messages.ts";
import { registerWorker } from "./register-worker.ts";

/** Milliseconds after which this tab checks again whether another tab has finished the download. */
const busyInterval = 1_000;

/** What a reader can do with the archive on this device. Each action shows the resulting state. */
export interface ArchiveControls {
  download: () => Promise<void>;
  stop: () => Promise<void>;
  remove: () => Promise<void>;
  /** Asks the server for its current build, and resumes or updates a download that is wanted. */
  checkServer: () => Promise<void>;
  /** Shows the current state, and the error of the last action if it had one. */
  refresh: (result?: DownloadResult) => Promise<void>;
}

/** The actions on a store. `show` is called with every new state. */
export function createArchiveControls(
  store: ArchiveStore,
  root: URL,
  show: (state: ArchiveState) => void,
): ArchiveControls {
  let controller = new AbortController();
  let isDownloading = false;
  let server: BuildSummary | undefined;
  let checking = true;

  const showProgress = (progress: Progress = { present: 0, total: 0 }) =>
    show({ kind: "downloading", elsewhere: false, ...progress });

  async function refresh(result?: DownloadResult): Promise<void> {
    show(await currentState(store, root, { server, checking, result }));
  }

  async function download(): Promise<void> {
    if (isDownloading) return;
    isDownloading = true;
    controller = new AbortController();
    showProgress((await readState(store)).partly);
    const result = await downloadReadable(store, root, {
      signal: controller.signal,
      onProgress: (progress) => {
        if (isDownloading) showProgress(progress);
      },
    });
    isDownloading = false;
    server = await fetchBuildSummary(root);
    await refresh(result);
    if (result === "busy") setTimeout(() => void resume(), busyInterval);
  }

  async function resume(): Promise<void> {
    const { wanted, kept } = await readState(store);
    if (!wanted) return refresh();
    if (server && server.build === kept?.build) return refresh("complete");
    await download();
  }

  const endDownload = (end: () => Promise<void>, result?: DownloadResult) => async () => {
    await end();
    setDownloadFlag(root, false);
    controller.abort();
    if (!isDownloading) await refresh(result);
  };

  return {
    refresh,
    download: () => prepareDownload(store, root).then(download),
    stop: endDownload(() => setWanted(store, false), "stopped"),
    remove: endDownload(() => removeArchive(store)),
    checkServer: async () => {
      server = await fetchBuildSummary(root);
      checking = false;
      if (!isDownloading) await resume();
    },
  };
}

/**
 * Downloads the archive, and waits until pages can be read from it, because a reader may go offline
 * immediately.
 */
async function downloadReadable(
  ...parameters: Parameters<typeof downloadArchive>
): Promise<DownloadResult> {
  const result = await downloadArchive(...parameters).catch(resultOfError);
  if (result === "complete") await activeWorker(parameters[1]);
  return result;
}

async function prepareDownload(store: ArchiveStore, root: URL): Promise<void> {
  await setWanted(store, true);
  setDownloadFlag(root, true);
  // Called during a click, because some browsers ask for permission only then.
  void navigator.storage.persist();
  await registerWorker(root);
}

/** The state of the archive after an action, from the device and what the server has answered. */
async function currentState(
  store: ArchiveStore,
  root: URL,
  {
    server,
    checking,
    result,
  }: {
    server: BuildSummary | undefined;
    checking: boolean;
    result: DownloadResult | undefined;
  },
): Promise<ArchiveState> {
  const { kept, partly, wanted } = await readState(store);
  const [estimate, persisted, worker] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
    navigator.serviceWorker.getRegistration(root),
  ]);
  const error = result === "complete" || result === "stopped" ? undefined : result;
  if (wanted && error === "busy") {
    return { kind: "downloading", elsewhere: true, ...(partly ?? { present: 0, total: 0 }) };
  }
  return {
    kind: "idle",
    free: (estimate.quota ?? Number.POSITIVE_INFINITY) - (estimate.usage ?? 0),
    persisted,
    hasWorker: worker !== undefined,
    checking,
    ...defined({ stored: kept, partial: partly, server, error }),
  };
}
