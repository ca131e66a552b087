/** What a server answers other than with the file. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, url: URL) {
    super(`${status} for ${url}`);
    this.status = status;
  }
}

// Longer than the slowest line pauses between two pieces.
const longestSilence = 30_000;

/**
 * All bytes at an address; rejects when the server refuses, when the caller gives up, and when nothing
 * comes for long. A line that breaks often says nothing at all, and a request would wait for ever.
 */
export async function fetchBytes(
  url: URL,
  {
    signal,
    silence = longestSilence,
    ...rest
  }: RequestInit & { signal: AbortSignal; silence?: number },
): Promise<ArrayBuffer> {
  const ending = new AbortController();
  const end = () => ending.abort(signal.reason);
  if (signal.aborted) end();
  signal.addEventListener("abort", end);
  let timer = setTimeout(end, silence);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(end, silence);
  };
  try {
    const response = await fetch(url, { ...rest, signal: ending.signal });
    if (!response.ok) throw new Refused(response.status, url);
    heard();
    const listening = new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, stream) => {
        heard();
        stream.enqueue(piece);
      },
    });
    return await new Response(response.body?.pipeThrough(listening)).arrayBuffer();
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}
