import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { bundledIn } from "../../src/astro/integrations/gather-bundles.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

it("bundles, which other archives may use, have nothing that the owner publishes", async () => {
  const root = await workspaceWith({
    "private/a.txt": "",
    "public/own.txt": "",
    "public/_astro/own.js": "",
    "site/_astro/own.js": "",
    "site/_astro/page.js": "",
    "site/own.txt": "",
    "site/linked/a.txt": "",
    "site/.prerender/entry.mjs": "",
  });
  await symlink(join(root, "private"), join(root, "public/linked"));
  expect(bundledIn(join(root, "site"), join(root, "public"))).toEqual(["_astro/page.js"]);
});
