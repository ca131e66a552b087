import { defineCollection } from "astro:content";
import { paperLoader } from "./astro/integrations/paper-loader.ts";
import { paper } from "./schemas/paper.ts";

/** Astro's content collections: the entries of papers. The owner's notes are read separately. */
export const collections = {
  papers: defineCollection({ loader: paperLoader(), schema: paper }),
};
