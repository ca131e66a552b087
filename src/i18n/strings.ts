/**
 * The interface's words, in English. The build of a site in another language reads that language's
 * file instead of this one (`src/astro/integrations/interface-language.ts`).
 */
export * from "./en.ts";
