import { join } from "node:path";
import { bundleKey } from "../src/workspace/bundle/bundle-key.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { digestInputs } from "../src/workspace/unchanged/inputs.ts";
import { siteKey } from "../src/workspace/unchanged/last-site.ts";
import { hasCodeOfOwner } from "../src/workspace/unchanged/own-code.ts";

const engine = join(import.meta.dirname, "..");

/** The options of a build that its pages depend on. */
export interface PageOptions {
  base?: string;
  address?: string;
}

/** What the partitions of a site are made from. */
export interface SiteOfPartitions {
  /** Stands for everything that the site is made from. */
  key: string;
  /** The same for all of its pages; undefined if code of the owner's may read anything besides. */
  frame: string | undefined;
  /** The same for the bundles that make them. */
  bundle: string | undefined;
}

/** What the partitions of a site would be made from now. */
export function siteOfPartitions(root: string, { base, address }: PageOptions): SiteOfPartitions {
  const workspace = workspaceAt(root, engine);
  const { all, frame, bundle } = digestInputs(workspace, engine);
  const site = readSite(workspace).value;
  const isPlain = site !== undefined && !hasCodeOfOwner(workspace, site);
  const options = { base, address };
  return {
    key: siteKey(all, options),
    frame: isPlain ? siteKey(frame, options) : undefined,
    bundle: isPlain ? bundleKey(bundle, workspace, site, {}) : undefined,
  };
}
