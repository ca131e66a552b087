import { describe, expect, it } from "vitest";
import { site } from "../../src/schemas/site.ts";
import { givingUp, withBatches } from "../../src/workspace/add/fetch-batches.ts";
import { fetchTarget } from "../../src/workspace/add/fetch-target.ts";
import { FetchError, type Fetcher } from "../../src/workspace/network/fetch-politely.ts";
import { sourcesOf } from "../../src/workspace/network/sources.ts";
import { arxivAnswer } from "../fixtures/local-server.ts";

const settings = site.parse({ sources: { dailyPapers: false } });
const ids = Array.from({ length: 245 }, (_, index) => `2510.${String(index + 1).padStart(5, "0")}`);

/** Sources whose requests are answered here, and the requests. */
function sourcesWith(answer: (ids: string[]) => string) {
  const asked: number[] = [];
  const fetch: Fetcher = async ({ url }) => {
    const wanted = new URL(url).searchParams.get("id_list")?.split(",") ?? [];
    asked.push(wanted.length);
    const bytes = new TextEncoder().encode(answer(wanted));
    return { url, type: "application/atom+xml", bytes };
  };
  return { sources: { ...sourcesOf(settings, {}), fetch }, asked };
}

const fetchAll = (sources: ReturnType<typeof sourcesWith>["sources"], wanted: readonly string[]) =>
  wanted.reduce<Promise<{ files: number; failures: string[] }>>(
    async (before, id) => {
      const { files, failures } = await before;
      const fetched = await fetchTarget({ kind: "arxiv", id }, sources);
      return { files: files + fetched.files.length, failures: [...failures, ...fetched.failures] };
    },
    Promise.resolve({ files: 0, failures: [] }),
  );

describe("papers of arXiv that are added together", () => {
  it("are fetched a hundred at a time, and each is saved as if it had been fetched alone", async () => {
    const { sources, asked } = sourcesWith((wanted) => arxivAnswer(...wanted));
    const together = withBatches(sources, ids);
    expect(await fetchAll(together, ids)).toEqual({ files: 245, failures: [] });
    expect(asked).toEqual([100, 100, 45]);
    const { files } = await fetchTarget({ kind: "arxiv", id: "2510.00007" }, together);
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe(arxivAnswer("2510.00007"));
  });

  it("are asked for alone if the answer lacks them, or the request is refused", async () => {
    const lacking = sourcesWith((wanted) => arxivAnswer(...wanted.filter((id) => id !== ids[2])));
    const { files, failures } = await fetchAll(withBatches(lacking.sources, ids), ids.slice(0, 5));
    expect(files).toBe(4);
    expect(failures).toEqual([expect.stringContaining("does not have this paper")]);
    expect(lacking.asked).toEqual([100, 1]);

    const refusing = sourcesWith((wanted) => {
      if (wanted.length > 1) throw new FetchError("export.arxiv.org answered 400", 400);
      return arxivAnswer(...wanted);
    });
    const few = ids.slice(0, 3);
    expect(await fetchAll(withBatches(refusing.sources, few), few)).toMatchObject({ files: 3 });
    expect(refusing.asked).toEqual([3, 1, 1, 1]);
  });

  it("are not asked for again at a host that did not answer", async () => {
    const silent = sourcesWith(() => {
      throw new FetchError("export.arxiv.org did not answer in 60 s");
    });
    const few = ids.slice(0, 3);
    const { failures } = await fetchAll(withBatches(givingUp(silent.sources), few), few);
    expect(failures).toHaveLength(3);
    expect(silent.asked).toEqual([3]);
    const alone = await fetchAll(givingUp(silent.sources), few);
    expect(alone.failures[2]).toContain("did not answer in 60 s. It was not asked again");
    expect(silent.asked).toEqual([3, 1]);
  });
});
