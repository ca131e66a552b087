import { afterAll, describe, expect, it } from "vitest";
import { beginBundles, bundlesBegun } from "../../scripts/bundle-apart.ts";
import { hasBundle } from "../../src/workspace/bundle/kept-bundles.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const nameOf = (key: string) => key.slice(0, 16);

describe("bundles that are made apart", () => {
  it("are not begun if there are some", async () => {
    const key = "has-some-already-of-an-earlier-build";
    const root = await workspaceWith({ [`.cache/bundles/${nameOf(key)}/bundle.json`]: "{}" });
    beginBundles({ root }, key);
    expect(bundlesBegun(key)).toBeUndefined();
  });

  it("are none if Astro makes nothing of the workspace, and those of an earlier build go if all is made anew", async () => {
    const key = "of-an-archive-without-pages";
    const root = await workspaceWith({ [`.cache/bundles/${nameOf(key)}/bundle.json`]: "{}" });
    beginBundles({ root }, key, { fresh: true });
    expect(hasBundle({ root }, key)).toBe(false);
    expect(await bundlesBegun(key)).toBe(false);
    expect(hasBundle({ root }, key)).toBe(false);
  });
});
