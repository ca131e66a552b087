import type { MDXInstance } from "astro";

/** The module of a note, or of one that cannot be compiled. */
export type NoteModule = MDXInstance<Record<string, unknown>> & { unreadable?: true };

/**
 * Notes that the bundler compiles, by their paths from the root: those with pictures or code, and in a preview all. A build
 * loads another module in the place of this one (`src/astro/integrations/notes-mdx.ts`).
 */
export const bundledNotes: Record<string, () => Promise<NoteModule>> = import.meta.glob<NoteModule>(
  "/content/notes/**/*.mdx",
);
