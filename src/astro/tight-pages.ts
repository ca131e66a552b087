import { hasTightPages } from "../archive/paper-files.ts";
import { tightMark } from "../archive/tight-page.ts";
import { archive } from "./archive.ts";
import { isBuild } from "./is-build.ts";
import { fact } from "./traced.ts";

const isTight = fact("whether pages are tight", ["papers"], async () =>
  hasTightPages((await archive()).papers.length),
);

/** What the head of a page begins with, by which the build knows how to write it. */
export async function tightSign(): Promise<string> {
  return isBuild && (await isTight()) ? tightMark : "";
}
