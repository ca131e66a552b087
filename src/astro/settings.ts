import { addressesUnder } from "../archive/addresses.ts";
import { dateWords } from "../archive/dates.ts";
import { describeMessage } from "../workspace/describe-messages.ts";
import { workspaceAt } from "../workspace/paths.ts";
import { siteOrThrow } from "../workspace/read-site.ts";
import { readTaxonomy } from "../workspace/read-taxonomy.ts";
import { isOpenedAsFiles } from "./integrations/as-files.ts";

// Astro runs with the project as its working folder, in the build and in development.
export const workspace = workspaceAt(process.cwd());

const settings = siteOrThrow(workspace, describeMessage);

/** The owner's settings, but for what the command line says otherwise. */
export const site = {
  ...settings,
  address: import.meta.env.SITE ?? settings.address,
  offline: settings.offline && !isOpenedAsFiles(),
};

/** Astro's base, not the file's: the command line may give another. */
export const to = addressesUnder(import.meta.env.BASE_URL);

export const dates = dateWords(site.language);

/** The topics, their families, and what became of topics that are gone. */
export const taxonomy = readTaxonomy(workspace);
const topics = new Map(taxonomy.topics.map((topic) => [String(topic.id), topic]));

/** A topic's name; its id where the taxonomy has none any more. */
export function topicName(id: string): string {
  return topics.get(id)?.name ?? id;
}

export function topicDescription(id: string): string | undefined {
  return topics.get(id)?.description;
}

/** The families of topics, in the order of display. */
export const topicFamilies = taxonomy.families;

/** The family that a topic is listed in. */
export function familyOfTopic(id: string): string | undefined {
  return topics.get(id)?.family;
}
