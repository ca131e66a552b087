import type { AstroIntegration } from "astro";
import type { SitePart } from "./site-part.ts";

/**
 * The same integrations, each followed by a call with its name when it is done with a finished build, and
 * "pages" when all pages are made. For benchmarks.
 */
export function timedIntegrations(
  integrations: readonly SitePart[],
  done: (stage: string) => void,
): SitePart[];
export function timedIntegrations(
  integrations: readonly AstroIntegration[],
  done: (stage: string) => void,
): AstroIntegration[];
export function timedIntegrations(
  integrations: readonly AstroIntegration[],
  done: (stage: string) => void,
): AstroIntegration[] {
  const pages: AstroIntegration = {
    name: "offprint:timed-pages",
    hooks: { "astro:build:generated": () => done("pages") },
  };
  const timed = integrations.map((one): AstroIntegration => {
    const work = one.hooks["astro:build:done"];
    if (!work) return one;
    return {
      ...one,
      hooks: {
        ...one.hooks,
        "astro:build:done": async (options) => {
          await work(options);
          done(one.name);
        },
      },
    };
  });
  return [pages, ...timed];
}
