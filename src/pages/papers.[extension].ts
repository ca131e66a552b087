import { allCitationPaths, citationFile } from "../astro/citations.ts";

/** A file of citations for the whole archive in each format that it has. */
export const getStaticPaths = allCitationPaths;

/** The citations of all papers. */
export const GET = citationFile;
