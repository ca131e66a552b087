/**
 * The BCP 47 tag that determines how numbers and dates are written. The build of a site replaces it
 * with the site's own tag (`src/astro/integrations/interface-language.ts`).
 */
export const locale: string = "en-GB";
