declare const OFFPRINT_IS_BUILD: boolean;

/**
 * Whether this is a build and not a preview, as `astro.config.mjs` and `scripts/build-site.ts` define it: `import.meta.env.PROD`
 * is what a variable of that name in the shell says.
 */
export const isBuild: boolean = OFFPRINT_IS_BUILD;
