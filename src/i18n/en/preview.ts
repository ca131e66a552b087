/** What only the live preview of `npm run dev` shows. */
export const preview = {
  index: (time: string) => `This is a preview. Its search index is from ${time}.`,
  newIndex: (time: string) =>
    `This is a preview. Its search index is from ${time}; a new one is being made.`,
  firstIndex:
    "This is a preview. Its search index is being made, and search works when it is ready.",
  noIndex: "This is a preview. Its search index could not be made; the terminal says why.",
};
