import { z } from "zod/mini";

/**
 * What a build offers for keeping on a reader's device. The files lie in packs, since ten thousand
 * small requests take minutes where a hundred larger ones take seconds; each can be fetched by itself
 * as well. The list's text is hashed into the build's id, so a list and its id cannot disagree.
 */
export const fileList = z.object({
  packs: z.array(
    z.object({
      /** Where the pack lies, under the site's root. */
      path: z.string(),
      /** Bytes to fetch. */
      size: z.number(),
      /** The files in it, in their order: path under the site's root, length and hash of each. */
      files: z.array(z.tuple([z.string(), z.number(), z.string()])),
    }),
  ),
});
export type FileList = z.infer<typeof fileList>;
export type Pack = FileList["packs"][number];

/** What `offline/build.json` says of the build that is on the server now. */
export const buildSummary = z.object({
  build: z.string(),
  /** Where the list lies, under the site's root. */
  list: z.string(),
  pages: z.number(),
  /** Bytes to fetch for all of it, and bytes that it takes on the device. */
  fetched: z.number(),
  kept: z.number(),
});
export type BuildSummary = z.infer<typeof buildSummary>;

export const summaryPath = "offline/build.json";

/** The path of a page or file by which the list names it: a folder's page by the folder. */
export function listedPath(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1");
}

/** Whether a path is that of the lists and packs themselves, which are never kept as files. */
export function isOfKeeping(path: string): boolean {
  return path === summaryPath || /^offline\/[\w-]+\.(?:pack|list)$/.test(path);
}

/** The first 128 bits of SHA-256, as text for names: the same in Node and in a browser. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest.subarray(0, 16)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
