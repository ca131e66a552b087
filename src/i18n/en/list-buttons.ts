/** The button above a list that hides read papers, and the text beside it. */
export const listButtons = {
  hideRead: "Hide papers I have read",
  hidden: (count: number, total: number) =>
    `${count} of ${total} papers on this page ${count === 1 ? "is" : "are"} hidden`,
  noneHidden: "No papers on this page are hidden",
};
