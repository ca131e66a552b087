import { describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { openSite } from "./open-site.ts";
import { overflowingWidths } from "./widths.ts";

const paths = [
  "/papers/a-title-with-l2-norms-and-b-markup/",
  "/papers/export-controls-2024-in-review/",
  "/papers/my-own-paper/",
  "/reading-list/",
  "/reading-list/read/",
  "/reading-list/tags/norms/",
  "/report/formulas/",
];

describe("notes", () => {
  const { open } = openSite("fixture", "/archive");

  it.each(paths)(
    "pass axe, fit every window, and send no requests to other hosts: %s",
    async (path) => {
      const { page, requests, address } = await open(path);
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflowingWidths(page, [390, 1280])).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
    },
  );
});
