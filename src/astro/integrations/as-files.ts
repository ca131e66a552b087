import { fileURLToPath } from "node:url";
import type { SitePart } from "./site-part.ts";

const variable = "OFFPRINT_AS_FILES";

/** Whether this build will be opened as files in a folder, without a server. */
export function isOpenedAsFiles(): boolean {
  return process.env[variable] === "yes";
}

/** Marks the next build in this process as one that will be opened as files. */
export function openAsFiles(): void {
  process.env[variable] = "yes";
}

/** Makes the addresses in a finished site relative, and puts fonts into the style sheets. */
export function relativeAddresses(): SitePart {
  return {
    name: "offprint:relative-addresses",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        // Few builds need it.
        const { makeAddressesRelative } = await import("../relative-site.ts");
        await makeAddressesRelative(fileURLToPath(dir));
      },
    },
  };
}
