import { z } from "zod/mini";

/**
 * The list of a build's files that a reader can download. The files are bundled in packs, because ten
 * thousand small requests take minutes where a hundred larger ones take seconds. Each file can also be
 * fetched by itself. The build's id is the hash of the list's text, so the two cannot disagree.
 */
export const fileList = z.object({
  packs: z.array(
    z.object({
      /** The pack's path under the site's root. */
      path: z.string(),
      /** Bytes to download. */
      size: z.number(),
      /** The files in the pack in their order: path under the site's root, length in bytes, hash. */
      files: z.array(z.tuple([z.string(), z.number(), z.string()])),
    }),
  ),
});
/** The validated list. */
export type FileList = z.infer<typeof fileList>;
/** Many files in one request. */
export type Pack = FileList["packs"][number];

/** What `offline/build.json` says about the current build. */
export const buildSummary = z.object({
  build: z.string(),
  /** The list's path under the site's root. */
  list: z.string(),
  pages: z.number(),
  /** Bytes to download for the whole archive, and bytes that it takes on the device. */
  fetched: z.number(),
  kept: z.number(),
});
/** The validated summary. */
export type BuildSummary = z.infer<typeof buildSummary>;

/** The summary's path under the site's root. */
export const summaryPath = "offline/build.json";

/** A path as the list has it: the page of a folder is listed by the folder. */
export function listedPath(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1");
}

/**
 * Whether a path is that of the build's summary, lists or packs, which are not files of the
 * archive.
 */
export function isDownloadFile(path: string): boolean {
  return path === summaryPath || /^offline\/[\w-]+\.(?:pack|list)$/.test(path);
}

/** The first 128 bits of the SHA-256, as URL-safe Base64. The same in Node and in a browser. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest.subarray(0, 16)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
