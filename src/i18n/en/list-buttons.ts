/** The button above a list that hides read papers, and what it says. */
export const listButtons = {
  hideRead: (hidden: number) => (hidden === 0 ? "Hide read" : `Hide read (${hidden})`),
  hidden: (count: number, total: number) =>
    `${count} of ${total} papers on this page ${count === 1 ? "is" : "are"} hidden`,
  noneHidden: "No papers on this page are hidden",
};

/** The links of a row to the paper, and what they are called by themselves. */
export const rowLinks = {
  pdf: "PDF",
  code: "Code",
  pdfOf: (title: string) => `PDF of ${title}`,
  codeOf: (title: string) => `Code of ${title}`,
};
