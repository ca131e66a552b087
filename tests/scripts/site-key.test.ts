import { afterAll, expect, it } from "vitest";
import { siteKeyOf } from "../../scripts/site-key.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

it("is one for a site of pages on a server, whether a command says so or not, and another for files", async () => {
  const root = await workspaceWith({ "content/site.yaml": "title: Archive\n", "seeds/a.bib": "" });
  const key = siteKeyOf({ root });
  expect(key).toBeDefined();
  expect(siteKeyOf({ root, asFiles: false })).toEqual(key);
  expect(siteKeyOf({ root, asFiles: true })?.site).not.toBe(key?.site);
  expect(siteKeyOf({ root, base: "/x" })?.site).not.toBe(key?.site);
});
