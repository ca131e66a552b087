/** What the script of a paper's page adds to its citation. */
export const citePaper = {
  copy: "Copy",
  copied: "Copied",
  download: "Download",
  making: "Getting the citation…",
  failed:
    "The citation could not be loaded in this format. Reload the page, as the site may have been updated in the meantime, or check your connection.",
};
