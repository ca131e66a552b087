/**
 * The BCP 47 tag that numbers and dates are written by. The build of a site puts the site's own tag
 * in its place (`src/astro/integrations/interface-language.ts`).
 */
export const locale: string = "en-GB";
