import { publicLine, publicPaperSchema } from "../../archive/public-paper.ts";
import { absolute } from "../../astro/absolute.ts";
import { abstractSource } from "../../astro/abstracts.ts";
import { archive } from "../../astro/archive.ts";
import { allPapersFile } from "../../astro/paper-files.ts";
import { responseInPieces } from "../../astro/response-in-pieces.ts";
import { to, topicName } from "../../astro/settings.ts";
import { keyed } from "../../astro/traced.ts";

/** All papers as data, and the schema of a line. */
export async function getStaticPaths() {
  const files = [await allPapersFile(), "paper.schema.json"];
  return keyed(files.map((file) => ({ params: { file } })));
}

/** One of these files. */
export async function GET({ params }: { params: { file: string } }) {
  if (params.file === "paper.schema.json") {
    return new Response(publicPaperSchema(), {
      headers: { "content-type": "application/schema+json; charset=utf-8" },
    });
  }
  const whole = responseInPieces(lines(), "application/jsonl");
  if (!whole.body || !params.file.endsWith(".gz")) return whole;
  return new Response(whole.body.pipeThrough(new CompressionStream("gzip")), {
    headers: { "content-type": "application/gzip" },
  });
}

async function* lines() {
  for (const paper of (await archive()).papers) {
    const page = to.paper(paper.id);
    const abstract = await abstractSource(paper);
    yield publicLine(paper, { abstract, page: absolute(page) ?? page, topicName });
  }
}
