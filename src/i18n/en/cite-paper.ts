/** What the script of a paper's page adds to its citation. */
export const citePaper = {
  copy: "Copy",
  copied: "Copied",
  download: "Download",
};
