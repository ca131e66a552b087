/** What only the live preview of `npm run dev` shows. A command follows each text. */
export const preview = {
  oldIndex: (time: string) =>
    `This is a preview. Search uses the index of your last build (${time}). To update it, run`,
  noIndex: "This is a preview, and there is no search index yet. To make one, run",
};
