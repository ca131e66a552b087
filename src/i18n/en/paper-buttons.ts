/** The buttons of each paper, on every page that shows papers. */
export const paperButtons = {
  save: "Save",
  markAsRead: "Mark as read",
  /** Announced when a button was pressed. */
  saved: "Saved on this device",
  unsaved: "Removed from your saved papers",
  read: "Marked as read",
  unread: "Marked as unread",
};

/** Why something could not be stored on the device. */
export const storageErrors = {
  full: "Not saved: the browser’s storage for this site is full. Remove some papers on the page “Saved papers”.",
  blocked:
    "Not saved: this browser does not allow this site to store data. Check its privacy settings.",
  newer: "Not saved: a newer version of this site wrote this data. Reload the page.",
};
