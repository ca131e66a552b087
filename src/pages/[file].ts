import { type RootFile, rootFiles } from "../astro/root-files.ts";
import { keyed } from "../astro/traced.ts";

// Astro ignores pages whose name starts with an underscore, so the name is a parameter.
/** The files at the root of the site for hosts and programs, such as `_headers` and `robots.txt`. */
export async function getStaticPaths() {
  const files = await rootFiles();
  return keyed(files.map((file) => ({ params: { file: file.name }, props: { file } })));
}

/** One of these files. */
export function GET({ props: { file } }: { props: { file: RootFile } }) {
  return new Response(file.text, {
    headers: { "content-type": `${file.mediaType}; charset=utf-8` },
  });
}
