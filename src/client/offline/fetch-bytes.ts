/** The server responded with an error. */
export class HttpError extends Error {
  readonly status: number;
  constructor(status: number, url: URL) {
    super(`${status} for ${url}`);
    this.status = status;
  }
}

/** Milliseconds; longer than the gaps of a very slow connection. */
const defaultTimeout = 30_000;

/**
 * All bytes at an address. Rejects if the server answers with an error, if the caller aborts, or if
 * nothing arrives for `timeout` milliseconds: a broken connection often reports no error at all.
 */
export async function fetchBytes(
  url: URL,
  {
    signal,
    timeout = defaultTimeout,
    ...init
  }: RequestInit & { signal: AbortSignal; timeout?: number },
): Promise<ArrayBuffer> {
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  let timer = setTimeout(abort, timeout);
  const restartTimer = () => {
    clearTimeout(timer);
    timer = setTimeout(abort, timeout);
  };
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    if (!response.ok) throw new HttpError(response.status, url);
    restartTimer();
    const watched = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, stream) => {
        restartTimer();
        stream.enqueue(chunk);
      },
    });
    return await new Response(response.body?.pipeThrough(watched)).arrayBuffer();
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
