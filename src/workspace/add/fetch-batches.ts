import { FetchError, type FetchRequest, type FetchResponse } from "../network/fetch-politely.ts";
import type { Sources } from "../network/sources.ts";

/** The most ids in one request. arXiv's own limit is higher, but long addresses fail at some proxies. */
const mostTogether = 100;

/**
 * Sources that ask arXiv for many papers in one request when the first of them is needed. A paper that is not in the
 * answer is asked for alone, so that its failure has its own reason.
 */
export function withBatches(sources: Sources, ids: readonly string[]): Sources {
  const batches = new Map<string, readonly string[]>();
  for (let start = 0; start < ids.length; start += mostTogether) {
    const batch = ids.slice(start, start + mostTogether);
    if (batch.length > 1) for (const id of batch) batches.set(sources.arxiv([id]).url, batch);
  }
  const fetched = new Map<readonly string[], Promise<Map<string, FetchResponse>>>();
  const fetchBatch = async (batch: readonly string[]) => {
    const response = await sources.fetch(sources.arxiv(batch)).catch(ifNotRefused);
    const parts = response ? entriesOf(response, batch) : [];
    return new Map([...parts].map(([id, part]) => [sources.arxiv([id]).url, part]));
  };
  return {
    ...sources,
    fetch: async (request) => {
      const batch = batches.get(request.url);
      if (batch === undefined) return sources.fetch(request);
      if (!fetched.has(batch)) fetched.set(batch, fetchBatch(batch));
      const parts = await fetched.get(batch);
      return parts?.get(request.url) ?? sources.fetch(request);
    },
  };
}

/** A host may refuse a whole request because of one id. Whatever else went wrong would go wrong again. */
function ifNotRefused(error: unknown): undefined {
  const status = error instanceof FetchError ? (error.status ?? 0) : 0;
  if (status < 400 || status >= 500 || status === 429) throw error;
}

/** The part of an Atom response about each id: the feed with the one entry of that paper. */
function entriesOf(
  { url, type, bytes }: FetchResponse,
  ids: readonly string[],
): Map<string, FetchResponse> {
  const text = new TextDecoder().decode(bytes);
  const entries = [...text.matchAll(/<entry[\s>][\s\S]*?<\/entry>/g)];
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return new Map();
  const head = text.slice(0, first.index);
  const end = text.slice(last.index + last[0].length);
  return new Map(
    entries.flatMap(([entry]) => {
      const [, found = ""] =
        /<id>\s*https?:\/\/arxiv\.org\/abs\/([^\s<]+?)(?:v\d+)?\s*<\/id>/.exec(entry) ?? [];
      if (!ids.includes(found)) return [];
      const part = new TextEncoder().encode(`${head}${entry}${end}`);
      return [[found, { url, type, bytes: part }] as const];
    }),
  );
}

/** Sources that ask a host no more once it did not answer, even after some attempts. */
export function givingUp(sources: Sources): Sources {
  const silent = new Map<string, string>();
  return {
    ...sources,
    fetch: async (request: FetchRequest) => {
      const { host } = new URL(request.url);
      const before = silent.get(host);
      if (before !== undefined) throw new FetchError(`${before}. It was not asked again`);
      try {
        return await sources.fetch(request);
      } catch (error) {
        const isSilent = error instanceof FetchError && error.status === undefined;
        if (isSilent && /did not answer in|cannot be reached/.test(error.message)) {
          silent.set(host, error.message);
        }
        throw error;
      }
    },
  };
}
