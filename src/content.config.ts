import { defineCollection } from "astro:content";
import { paperLoader } from "./astro/integrations/paper-loader.ts";
import { paper } from "./schemas/paper.ts";

export const collections = {
  papers: defineCollection({ loader: paperLoader(), schema: paper }),
};
