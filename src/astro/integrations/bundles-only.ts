import type { AstroIntegration } from "astro";
import { workspaceAt } from "../../workspace/paths.ts";
import { readSite } from "../../workspace/read-site.ts";
import { bundleWorker } from "../offline-worker.ts";
import { bundleRecord } from "./bundle-record.ts";

/** Makes no pages, but everything that builds without Astro need for theirs. */
export function bundlesOnly(root: string): AstroIntegration {
  return {
    name: "offprint:bundles-only",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) =>
        setPrerenderer({
          name: "offprint:bundles-only",
          getStaticPaths: async () => {
            const site = readSite(workspaceAt(root)).value;
            const language = site?.language ?? "en";
            if (site?.offline !== false)
              bundleRecord().worker = await bundleWorker({ root, language });
            return [];
          },
          render: () => Promise.reject(new Error("no page was asked for")),
        }),
    },
  };
}
