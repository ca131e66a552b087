import { fewestPapers } from "../archive/map/place-papers.ts";
import { archive } from "./archive.ts";
import { owners } from "./notes.ts";
import { fact } from "./traced.ts";

/** Which sections of the site have something to show, for the links at the top of every page. */
export const sectionsShown = fact("sections", ["papers", "notes"], async () => {
  const { papers, authors, organizations } = await archive();
  return {
    authors: authors.length > 0,
    organizations: organizations.length > 0,
    map: papers.length >= fewestPapers,
    readingList: (await owners()).all.length > 0,
  };
});
