import { streamOf } from "./integrations/page-body.ts";

/** In characters. A piece for each of a hundred thousand papers would take longer. */
const leastPiece = 65_536;

/** The response with a text that is made piece by piece, so that a large one is never in memory as a whole. */
export function responseInPieces(
  pieces: Iterable<string> | AsyncIterable<string>,
  mediaType: string,
): Response {
  return new Response(streamOf(encoded(pieces)), {
    headers: { "content-type": `${mediaType}; charset=utf-8` },
  });
}

async function* encoded(
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  let text = "";
  for await (const piece of pieces) {
    text += piece;
    if (text.length < leastPiece) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}
