/** The private note on a paper's page. */
export const privateNote = {
  button: "Note",
  label: "Your note",
  privacy: "Stored on this device only. Nobody else can see it.",
  saved: "Note saved on this device",
  deleted: "Note deleted",
  merged: "Note saved, together with changes from another tab",
  /** Link to the page of saved papers. */
  savedPapers: "Saved papers",
};
