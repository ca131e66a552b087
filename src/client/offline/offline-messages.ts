import { dateFormats } from "../../archive/dates.ts";
import { offline } from "../../i18n/strings.ts";
import type { Progress, StoredBuild } from "./archive-store.ts";
import type { DownloadResult } from "./download-archive.ts";
import type { BuildSummary } from "./file-list.ts";

/** Why a download did not finish. */
export type DownloadError = Exclude<DownloadResult, "complete" | "stopped">;

/** The state of the archive on this device. */
export type ArchiveState =
  | { kind: "unsupported"; reason: "insecure" | "browser" | "storage" }
  | ({ kind: "downloading"; elsewhere: boolean } & Progress)
  | IdleState;

interface IdleState {
  kind: "idle";
  /** The build that is on the device. */
  stored?: StoredBuild;
  /** How much of another build is on the device. */
  partial?: Progress;
  /** The build on the server. Absent if it cannot be loaded, or not yet. */
  server?: BuildSummary;
  /** Whether the server's response is pending. */
  checking: boolean;
  error?: DownloadError;
  /** Bytes that the browser still grants this site. */
  free: number;
  /** Whether the browser has promised not to clear the storage by itself. */
  persisted: boolean;
  /** Whether there is a service worker, which serves the pages offline. */
  hasWorker: boolean;
}

/** The values are those of `data-act` in the page's HTML. */
type Action = "keep" | "stop" | "remove";

/** What the page shows for a state. */
interface ArchiveMessages {
  /** Announced to screen readers when it changes. */
  status: string;
  /** Changes too often to be announced. */
  progress?: string;
  note?: string;
  actions: Action[];
  /** The label of the button that downloads. */
  downloadLabel?: string;
}

/** A size in megabytes: "3.2 MB". */
export function formatSize(bytes: number, language: string): string {
  const megabytes = bytes / 1e6;
  const maximumFractionDigits = megabytes < 10 ? 1 : 0;
  const atLeast = bytes > 0 ? Math.max(megabytes, 0.1) : 0;
  return `${atLeast.toLocaleString(language, { maximumFractionDigits })} MB`;
}

/** The messages and actions for a state. `language` is a BCP 47 tag, for sizes and dates. */
export function archiveMessages(state: ArchiveState, language: string): ArchiveMessages {
  if (state.kind === "unsupported") {
    return { status: offline.unsupported[state.reason], actions: [] };
  }
  if (state.kind === "downloading") {
    const { present, total, elsewhere } = state;
    const progress =
      total > 0 ? offline.progress(formatSize(present, language), formatSize(total, language)) : "";
    return {
      status: elsewhere ? offline.downloadingElsewhere : offline.downloading,
      progress,
      note: offline.keepReading,
      actions: ["stop"],
    };
  }
  if (state.stored) return storedMessages(state, state.stored, language);
  if (state.partial) return partialMessages(state.partial, state.error, language);
  if (state.server) return offerMessages(state, state.server, language);
  if (state.checking) return { status: offline.checking, actions: [] };
  if (!state.error) return { status: offline.serverUnreachable, actions: [] };
  return { status: offline.errors[state.error], actions: ["keep"], downloadLabel: offline.retry };
}

function storedMessages(
  { server, error, persisted, hasWorker }: IdleState,
  { build, pages, bytes, at }: StoredBuild,
  language: string,
): ArchiveMessages {
  const day = dateFormats(language).day(new Date(at).toISOString().slice(0, 10));
  const status = offline.stored(pages, formatSize(bytes, language), day);
  const updates = persisted ? offline.updatesItself : offline.mayBeCleared;
  const note = hasWorker ? updates : offline.noWorker;
  if (server === undefined || server.build === build) return { status, note, actions: ["remove"] };
  return {
    status: sentences(status, offline.updateAvailable, error && offline.errors[error]),
    note,
    actions: ["keep", "remove"],
    downloadLabel: offline.update,
  };
}

function partialMessages(
  { present, total }: Progress,
  error: DownloadError | undefined,
  language: string,
): ArchiveMessages {
  const [some, all] = [formatSize(present, language), formatSize(total, language)];
  const amount = present > 0 ? offline.incomplete(some, all) : offline.nothingYet(all);
  return {
    status: sentences(error && offline.errors[error], amount),
    note: offline.readableWhenComplete,
    actions: ["keep", "remove"],
    downloadLabel: offline.resume,
  };
}

function offerMessages(
  { error, free }: IdleState,
  { pages, fetched, kept }: BuildSummary,
  language: string,
): ArchiveMessages {
  const offer = offline.offer(pages, formatSize(fetched, language), formatSize(kept, language));
  return {
    status: sentences(error && offline.errors[error], offer),
    note: free < kept ? offline.littleSpace(formatSize(free, language)) : offline.removable,
    actions: ["keep"],
    downloadLabel: offline.download,
  };
}

function sentences(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
