/** What is in a page. Of a large one, such as a file of all papers, only a part is in memory at a time. */
export type PageBody = Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array>;

/** A page that was made, whose body has been read, or the beginning of it. */
export class MadePage {
  readonly body: PageBody | null;
  readonly #answer: Response;

  constructor(answer: Response, body: PageBody | null) {
    this.#answer = answer;
    this.body = body;
  }

  get status(): number {
    return this.#answer.status;
  }

  /** The whole response, for Astro. Making it and reading it again takes longer than writing the page. */
  get response(): Response {
    const { body } = this;
    const isWhole = body === null || body instanceof Uint8Array;
    return new Response(isWhole ? body : streamOf(body), this.#answer);
  }
}

/** In bytes. A larger page is not in memory as a whole. */
const mostAtOnce = 4 * 1024 * 1024;

/** Reads what is in a page, or only its beginning if that is large, and the rest when it is asked for. */
export async function readBody(body: ReadableStream<Uint8Array>): Promise<PageBody> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size <= mostAtOnce) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    chunks.push(value);
    size += value.length;
  }
  return withRest(chunks, reader);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

async function* withRest(
  beginning: Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for (let chunk = beginning.shift(); chunk; chunk = beginning.shift()) yield chunk;
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

/** A stream of chunks, each of which is made when it is read. */
export function streamOf(body: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return?.();
    },
  });
}
