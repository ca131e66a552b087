/** The button above a list that hides read papers, and what it says. */
export const listButtons = {
  hideRead: (hidden: number) => (hidden === 0 ? "Hide read" : `Hide read (${hidden})`),
  hidden: (count: number, total: number) =>
    `${count} of ${total} papers on this page ${count === 1 ? "is" : "are"} hidden`,
  noneHidden: "No papers on this page are hidden",
};
