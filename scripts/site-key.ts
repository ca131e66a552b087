import { join } from "node:path";
import { bundleKey } from "../src/workspace/bundle/bundle-key.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { digestInputs } from "../src/workspace/unchanged/inputs.ts";
import { siteKey } from "../src/workspace/unchanged/last-site.ts";
import { hasCodeOfOwner } from "../src/workspace/unchanged/own-code.ts";

const engine = join(import.meta.dirname, "..");

/** The options of a build that its site depends on. */
interface SiteToMake {
  root: string;
  base?: string | undefined;
  address?: string | undefined;
  asFiles?: boolean | undefined;
}

/** What a site is made from, what all of its pages are made from, and what their bundles are made from. */
export interface SiteKey {
  site: string;
  frame: string;
  bundle: string;
}

/** What the site would be made from now; undefined if code of the owner's may read anything besides. */
export function siteKeyOf({
  root,
  base,
  address,
  asFiles = false,
}: SiteToMake): SiteKey | undefined {
  const workspace = workspaceAt(root, engine);
  const site = readSite(workspace).value;
  if (!site || hasCodeOfOwner(workspace, site)) return undefined;
  const { all, frame, bundle } = digestInputs(workspace, engine);
  const options = { base, address, asFiles };
  return {
    site: siteKey(all, options),
    frame: siteKey(frame, options),
    bundle: bundleKey(bundle, workspace, site, options),
  };
}
