import type { AstroConfig, AstroPrerenderer } from "astro";

/** What parts of a build need to know of its configuration. */
export type SiteConfig = Pick<AstroConfig, "root" | "outDir" | "publicDir" | "base" | "site"> & {
  server: Pick<AstroConfig["server"], "port">;
};

/** Puts a prerenderer before another one. */
export type BeforePrerenderer = (inner: AstroPrerenderer) => AstroPrerenderer;

/** An integration of Astro's that can also take part in a build from bundles that were kept, in which Astro does not. */
export interface SitePart {
  name: string;
  hooks: {
    "astro:config:done"?: (options: { config: SiteConfig }) => void;
    "astro:build:start"?: (options: {
      setPrerenderer: (before: BeforePrerenderer) => void;
    }) => void | Promise<void>;
    "astro:build:generated"?: () => void;
    "astro:build:done"?: (options: { dir: URL }) => void | Promise<void>;
  };
}

/** A part whose steps ask for the configuration, which is settled before any of them. */
export function configuredPart(
  name: string,
  stepsOf: (settled: () => SiteConfig) => Omit<SitePart["hooks"], "astro:config:done">,
): SitePart {
  let config: SiteConfig | undefined;
  const settled = () => {
    if (!config) throw new Error(`${name} has a step before the configuration is settled.`);
    return config;
  };
  return {
    name,
    hooks: {
      "astro:config:done": (done) => {
        config = done.config;
      },
      ...stepsOf(settled),
    },
  };
}
