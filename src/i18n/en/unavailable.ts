/** Why a part of a page could not be loaded, and what helps. */
export const unavailable = {
  citations:
    "The citation formats could not be loaded. Reload the page, as the site may have been updated in the meantime, or check your connection.",
  /** `command` starts a web server. */
  searchNeedsServer: (command: string) =>
    `Search needs a web server, even a local one. Run \`${command}\` in this folder.`,
  searchOffline:
    "You are offline, and this part of the search index is not on this device. On the page “Read offline” you can download the whole archive, including its search.",
  search: "The search index could not be loaded. Check your connection and try again.",
};
