import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { chanceFrom } from "../../scripts/reliability/chance.ts";
import { likenessFiles } from "../../src/archive/likeness/likeness-files.ts";
import { placePapers } from "../../src/archive/map/place-papers.ts";
import { relate } from "../../src/archive/related/relate.ts";
import type { PaperTexts } from "../../src/archive/terms/paper-texts.ts";
import { termVectors } from "../../src/archive/terms/term-vectors.ts";
import { likenessOf, placesOf, relatedOf } from "../../src/workspace/derived-archive.ts";
import { derived } from "../../src/workspace/derived-cache.ts";
import { keptTerms } from "../../src/workspace/kept-terms.ts";
import { engine, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const subjects = ["bandit regret arm", "robot gripper torque", "diffusion latent noise"];
const facts = { aliasesOf: () => [], topicName: (id: string) => id };
const kept = [
  "related.bin",
  "map.json",
  "map-core.bin",
  "likeness.json",
  "terms.bin",
  "spellings.bin",
];

async function emptyWorkspace(): Promise<string> {
  const root = await workspaceWith({ "package.json": "{}" });
  await symlink(join(engine, "src"), join(root, "src"));
  return root;
}

/** What a build derives of an archive, with what earlier builds left. */
async function derivedOf(root: string, papers: readonly PaperTexts[]) {
  const terms = keptTerms({ root }, papers);
  return {
    related: (await derived({ root }, relatedOf({ root }, papers, terms))).related,
    places: await derived({ root }, placesOf({ root }, papers, terms)),
    likeness: await derived({ root }, likenessOf({ root }, papers, facts, terms)),
  };
}

function madeAnew(papers: readonly PaperTexts[]) {
  const vectors = termVectors(papers);
  const withAliases = papers.map((paper) => ({ ...paper, aliases: [] }));
  const likeness = likenessFiles(withAliases, vectors, facts.topicName);
  return {
    related: relate(papers, vectors).related,
    places: placePapers(papers),
    likeness: { root: likeness.root, files: likeness.files },
  };
}

it("what is derived after edits, and of a damaged cache, is what is derived without one", async () => {
  const chance = chanceFrom(7);
  const root = await emptyWorkspace();
  const made = (id: string): PaperTexts => {
    const words = `${chance.of(subjects)} ${chance.of(subjects)} term${chance.below(40)}`;
    return {
      id,
      title: words,
      abstract: `We study ${words}. It has word${chance.below(90)} beside word${chance.below(90)}.`,
      topics: [],
      since: `2025-01-${10 + chance.below(20)}`,
    };
  };
  const byId = new Map(
    Array.from({ length: 60 }, (_, at) => made(`paper-${at}`)).map((paper) => [paper.id, paper]),
  );
  const sorted = () => [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(await derivedOf(root, sorted())).toEqual(madeAnew(sorted()));
  for (let round = 0; round < 24; round++) {
    const id = `paper-${chance.below(70)}`;
    const kind = chance.of(["nothing", "texts", "a word", "a paper less", "a damaged file"]);
    const old = byId.get(id);
    if (kind === "texts") byId.set(id, made(id));
    if (kind === "a word" && old) byId.set(id, { ...old, title: old.title.replace(/\w+$/, "new") });
    if (kind === "a paper less") byId.delete(id);
    if (kind === "a damaged file") {
      const file = join(root, ".cache/derived", chance.of(kept));
      const bytes = await readFile(file);
      bytes[chance.below(bytes.length)] = chance.below(256);
      await writeFile(file, bytes.subarray(0, bytes.length - chance.below(2)));
      // The related papers are made anew, so that what they are made from is read.
      byId.set("paper-0", made("paper-0"));
    }
    expect(await derivedOf(root, sorted()), `round ${round}, ${kind}`).toEqual(madeAnew(sorted()));
  }
});

it.each([0, 1, 3])("an archive of %i papers has no map, and all else", async (count) => {
  const papers = Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    title: `Bandits ${at}`,
    abstract: "Regret.",
    topics: [],
  }));
  const { places, related } = await derivedOf(await emptyWorkspace(), papers);
  expect(places).toEqual([]);
  expect(Object.keys(related)).toHaveLength(count > 1 ? count : 0);
});
