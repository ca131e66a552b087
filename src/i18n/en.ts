/**
 * Every word of the interface, in English. One export a part of the site, so that a page's script
 * carries only the parts that it shows. Other languages have the same shape.
 */

/** Navigation, masthead and colophon: what every page shows. */
export const everyPage = {
  skipToContent: "Skip to content",
};
