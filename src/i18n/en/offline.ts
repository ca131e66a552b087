import { number } from "../format.ts";

/** The script of the page “Read offline”. Sizes are passed as text, such as "3.2 MB". */
export const offline = {
  /** Why the archive cannot be stored on this device. */
  unsupported: {
    insecure: "Browsers store pages only for sites with https, which this one does not use.",
    browser: "This browser cannot store pages of this site, perhaps because the window is private.",
    storage:
      "This browser does not allow this site to store data. Check its settings for cookies and site data, or leave private browsing.",
  },
  /** Why the last download did not finish. */
  errors: {
    busy: "Another tab is downloading the archive.",
    unreachable: "The download stopped because the connection failed.",
    full: "The download stopped because the browser’s storage for this site is full. Free some space on the device, or delete what has been downloaded.",
    invalid:
      "The download stopped because the server sent unexpected files. It may be publishing a newer version; try again in a few minutes.",
  },
  downloading: "Downloading…",
  downloadingElsewhere: "Another tab is downloading the archive.",
  progress: (present: string, total: string) => `${present} of ${total} downloaded`,
  keepReading: "You can keep reading; the download continues from page to page.",
  stored: (pages: number, size: string, day: string) =>
    `The whole archive is on this device: ${number(pages)} pages, ${size}, as of ${day}.`,
  updateAvailable: "A newer version is available.",
  update: "Download the newer version",
  incomplete: (present: string, total: string) => `${present} of ${total} are on this device.`,
  nothingYet: (total: string) => `Nothing of the ${total} has been downloaded yet.`,
  readableWhenComplete: "The archive can be read offline once the download is complete.",
  resume: "Continue the download",
  checking: "Checking the size of the archive…",
  serverUnreachable: "The server cannot be reached, so the archive cannot be downloaded now.",
  retry: "Try again",
  offer: (pages: number, download: string, storage: string) =>
    `${number(pages)} pages and the search: ${download} to download, ${storage} on this device.`,
  littleSpace: (free: string) =>
    `The browser has only ${free} left for this site, so there may not be enough space.`,
  removable: "You can delete it at any time.",
  download: "Download this archive",
  noWorker:
    "This browser cannot open stored pages of this site offline, because the site’s service worker could not be installed.",
  updatesItself: "Newer versions are downloaded while you read.",
  mayBeCleared:
    "Newer versions are downloaded while you read. The browser may remove the archive when the device runs out of space.",
};
