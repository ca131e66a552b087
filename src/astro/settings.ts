import { addressesUnder } from "../archive/addresses.ts";
import { everyPage } from "../i18n/strings.ts";
import { describeMessage } from "../workspace/describe-messages.ts";
import { overridesOf } from "../workspace/overrides.ts";
import { workspaceAt } from "../workspace/paths.ts";
import { siteOrThrow } from "../workspace/read-site.ts";
import { readTaxonomy } from "../workspace/read-taxonomy.ts";
import { hasFiles } from "../workspace/unchanged/own-code.ts";
import { isOpenedAsFiles } from "./integrations/as-files.ts";
import { placeOfSite } from "./site-place.ts";

/** The owner's workspace. Astro runs in it, both for builds and in development. */
export const workspace = workspaceAt(process.cwd());

const settings = siteOrThrow(workspace, describeMessage);
const place = placeOfSite();

/** The owner's settings, with defaults in the interface's language. The command line wins. */
export const site = {
  ...settings,
  description: settings.description ?? everyPage.defaultDescription,
  address: (place ? place.address : import.meta.env.SITE) ?? settings.address,
  offline: settings.offline && !isOpenedAsFiles(),
};

/** Whether there is something to subscribe to. Feeds need the site's address. */
export const hasSubscriptions = site.address !== undefined || site.mail.subscribe !== undefined;

/**
 * Whether code of the owner's is on pages of the engine: overrides, components, or notes with code. Its
 * elements may have style attributes.
 */
export const hasOwnCode =
  settings.notes.code ||
  hasFiles(workspace.components) ||
  overridesOf(workspace).overrides.length > 0;

/** All addresses, under Astro's base: `--base` on the command line overrides content/site.yaml. */
export const to = addressesUnder(place?.base ?? import.meta.env.BASE_URL);

/** The address of a script, style or font that is bundled: bundles serve all base paths. */
export function bundled(address: string): string {
  const path = /\b_astro\/[^/]*$/.exec(address)?.[0];
  return place && path !== undefined ? to.file(path) : address;
}

/** The topics and their families in the site's language, and the redirects of removed topics. */
export const taxonomy = readTaxonomy(workspace, { language: settings.language });
const topics = new Map(taxonomy.topics.map((topic) => [String(topic.id), topic]));

const movedTopics = new Map<string, string>(taxonomy.redirects.map(({ from, to }) => [from, to]));
const switchedOff = new Set<string>(taxonomy.off.map(({ id }) => id));

/** The topic that has the papers of a topic now: itself, unless it was merged or renamed. */
export function presentTopic(id: string): string {
  return movedTopics.get(id) ?? id;
}

/** Whether there is, or was, a topic of this id, in use or switched off. */
export function isTopic(id: string): boolean {
  return topics.has(presentTopic(id)) || switchedOff.has(id);
}

/** A topic's name, or its id if the taxonomy no longer has it. */
export function topicName(id: string): string {
  return topics.get(id)?.name ?? id;
}

/** A topic's description, if the taxonomy has one. */
export function topicDescription(id: string): string | undefined {
  return topics.get(id)?.description;
}

/** The families of topics, in display order. */
export const topicFamilies = taxonomy.families;

/** The id of a topic's family. */
export function familyOfTopic(id: string): string | undefined {
  return topics.get(id)?.family;
}
