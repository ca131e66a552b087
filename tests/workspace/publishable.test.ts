import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { printed, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const entry = (key: string, title: string) =>
  `@article{${key},\n  title = {${title}},\n  author = {Lovelace, Ada},\n  year = {2020}\n}\n`;
const list = [entry("first", "On First Things"), entry("second", "On Second Things")].join("\n");

/** An archive that was published, as a host has it: with its ledger, and without its entries. */
async function publishedArchive(files: Record<string, string>): Promise<string> {
  const root = await workspaceWith(files);
  await runIngest(root);
  await rm(join(root, "content/papers"), { recursive: true });
  return root;
}

const publish = async (root: string) => {
  const { isPublishable, messages } = await runIngest(root);
  const missing = messages.filter(({ rule }) => rule === "papers-missing");
  return { isPublishable, missing: missing.map(({ place, reason }) => [place?.file, reason]) };
};

describe("a site without what errors are about", () => {
  it("cannot be published without papers of a seed that cannot be read", async () => {
    const root = await publishedArchive({
      "seeds/list.bib": list,
      "seeds/a-2025-11-13.txt": printed("Alpha"),
    });
    await writeIn(root, "seeds/list.bib", new Uint8Array(40).fill(0xff));
    expect(await publish(root)).toEqual({
      isPublishable: false,
      missing: [
        [
          "seeds/list.bib",
          'Because of the faults in this file, 2 published papers would be missing from the site, such as "On First Things".',
        ],
      ],
    });
  });

  it("cannot be published without a paper whose entry has a fault now", async () => {
    const root = await publishedArchive({ "seeds/list.bib": list });
    await writeIn(root, "seeds/list.bib", list.replace("  title = {On First Things},\n", ""));
    const { isPublishable, missing } = await publish(root);
    expect(isPublishable).toBe(false);
    expect(missing).toEqual([
      ["seeds/list.bib", expect.stringContaining('"On First Things" would be missing')],
    ]);
  });

  it("can be published if only a new paper, a note or a new seed has a fault", async () => {
    const root = await publishedArchive({ "seeds/list.bib": list });
    await writeIn(root, "seeds/list.bib", `${list}\n@article{third,\n  title = {On Third`);
    await writeIn(root, "seeds/new.bib", new Uint8Array(40).fill(0xff));
    await writeIn(root, "content/notes/on-first-things.mdx", "---\nstatus: [\n---\n");
    expect(await publish(root)).toEqual({ isPublishable: true, missing: [] });
  });

  it("can be published without papers that the owner took out before, or removed", async () => {
    const root = await publishedArchive({ "seeds/list.bib": list });
    const [first = ""] = list.split("\n\n");
    await writeIn(root, "seeds/list.bib", `${first}\n@article{third,\n  title = {On Third`);
    expect(await publish(root)).toEqual({ isPublishable: true, missing: [] });
    await writeIn(root, "content/removed.yaml", "- id: on-first-things\n- id: on-second-things\n");
    await writeIn(root, "seeds/list.bib", new Uint8Array(40).fill(0xff));
    expect(await publish(root)).toEqual({ isPublishable: true, missing: [] });
  });

  it("can be published while the entries of a faulty seed are still on disk", async () => {
    const root = await workspaceWith({ "seeds/list.bib": list });
    await runIngest(root);
    await writeIn(root, "seeds/list.bib", new Uint8Array(40).fill(0xff));
    expect(await publish(root)).toEqual({ isPublishable: true, missing: [] });
  });

  it("cannot be published while settings keep the seeds from being read", async () => {
    const root = await publishedArchive({ "seeds/list.bib": list });
    await writeIn(root, "content/topics.yaml", "topics: [{ id: 7 }]\n");
    expect((await publish(root)).isPublishable).toBe(false);
  });
});
