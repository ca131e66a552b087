import { dateWords } from "../../archive/dates.ts";
import type { Kept, Progress } from "./device.ts";
import type { DownloadOutcome } from "./download-archive.ts";
import type { BuildSummary } from "./file-list.ts";

/** How things stand with the archive on this device. */
export type Situation =
  | { kind: "impossible"; why: "insecure" | "browser" | "storage" }
  | ({ kind: "running"; elsewhere: boolean } & Progress)
  | {
      kind: "resting";
      kept?: Kept;
      partly?: Progress;
      /** The build on the server; absent where it cannot be reached, or has not answered yet. */
      server?: BuildSummary;
      /** Whether its answer is awaited. */
      asking: boolean;
      trouble?: Exclude<DownloadOutcome, "kept" | "stopped">;
      /** Bytes that the browser gives this site yet. */
      free: number;
      /** Whether the browser has promised not to clear it by itself. */
      lasting: boolean;
      /** Whether there is a worker that answers without a network. */
      answers: boolean;
    };

interface Words {
  /** What screen readers are told when it changes. */
  said: string;
  /** How far it is, which changes too often to be told. */
  far: string;
  noted: string;
  acts: ("keep" | "stop" | "remove")[];
  /** What the button that keeps says. */
  keep: string;
}

const impossible = {
  insecure: "Browsers keep pages only of sites that are reached by https, and this one is not.",
  browser: "This browser cannot keep pages of this site; a private window may be the reason.",
  storage:
    "This browser does not let this site store anything; a private window or its settings for cookies and site data may be the reason.",
};

const troubles: Record<Exclude<DownloadOutcome, "kept" | "stopped">, string> = {
  busy: "Another tab is fetching it.",
  unreachable: "The network failed, so it stopped there.",
  full: "The browser gives this site no more room, so it stopped there. Free some space on the device, or remove what has come.",
  unsound:
    "The server sent other files than it promised; it may just be publishing a newer build. Try again in some minutes.",
};

/** A size as people say it: "3.2 MB". */
export function sizeWords(bytes: number, language: string): string {
  const megabytes = bytes / 1e6;
  const digits = megabytes < 10 ? 1 : 0;
  const shown = bytes > 0 ? Math.max(megabytes, 0.1) : 0;
  return `${shown.toLocaleString(language, { maximumFractionDigits: digits })} MB`;
}

/** What the page says of a situation, and what it offers. */
export function wordsFor(situation: Situation, language: string): Words {
  const size = (bytes: number) => sizeWords(bytes, language);
  if (situation.kind === "impossible") {
    return { said: impossible[situation.why], far: "", noted: "", acts: [], keep: "" };
  }
  if (situation.kind === "running") {
    const { present, total, elsewhere } = situation;
    return {
      said: elsewhere ? "Another tab is fetching it." : "Fetching.",
      far: total > 0 ? `${size(present)} of ${size(total)} are here.` : "",
      noted: "You may read on meanwhile: it goes on from page to page.",
      acts: ["stop"],
      keep: "",
    };
  }
  const { kept, partly, server, asking, trouble, free, lasting, answers } = situation;
  const far = "";
  const failed = trouble ? `${troubles[trouble]} ` : "";
  if (kept) {
    const day = dateWords(language).day(new Date(kept.at).toISOString().slice(0, 10));
    const whole = `The whole archive is on this device: ${kept.pages.toLocaleString(language)} pages, ${size(kept.bytes)}, as it was on ${day}.`;
    const newer = server !== undefined && server.build !== kept.build;
    return {
      said: newer ? `${whole} A newer one is there. ${failed}`.trim() : whole,
      far,
      noted: notesOn({ lasting, answers }),
      acts: newer ? ["keep", "remove"] : ["remove"],
      keep: "Bring the newer one",
    };
  }
  if (partly) {
    return {
      said:
        partly.present > 0
          ? `${failed}${size(partly.present)} of ${size(partly.total)} are on this device.`
          : `${failed}Nothing of its ${size(partly.total)} is on this device yet.`,
      far,
      noted: "It can be read without a network when all of it is here.",
      acts: ["keep", "remove"],
      keep: "Go on",
    };
  }
  if (!server && asking) {
    return { said: "Asking the server how large it is…", far, noted: "", acts: [], keep: "" };
  }
  if (!server) {
    return {
      said: `${failed || "The server cannot be reached just now, so the archive cannot be kept yet."}`.trim(),
      far,
      noted: "",
      acts: trouble ? ["keep"] : [],
      keep: "Try again",
    };
  }
  const tight = free < server.kept;
  return {
    said: `${failed}${server.pages.toLocaleString(language)} pages and the search: ${size(server.fetched)} to fetch, ${size(server.kept)} on this device.`,
    far,
    noted: tight
      ? `The browser gives this site ${size(free)} only, so there may not be enough room.`
      : "It can be removed at any time.",
    acts: ["keep"],
    keep: "Keep this archive on this device",
  };
}

function notesOn({ lasting, answers }: { lasting: boolean; answers: boolean }): string {
  if (!answers) {
    return "This server does not let pages be answered without it, so what is kept cannot be shown offline.";
  }
  return lasting
    ? "Newer builds are fetched while you read."
    : "Newer builds are fetched while you read. A browser that runs out of room may remove it.";
}
