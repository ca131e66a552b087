/** What a paper’s page says while a format of its citation is loaded. */
export const citeFormats = {
  making: "Getting the citation…",
  failed:
    "The citation could not be loaded in this format. Reload the page, as the site may have been updated in the meantime, or check your connection.",
};
