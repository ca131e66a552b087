import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroPrerenderer } from "astro";
import { compactPage } from "../../archive/compact-page.ts";
import { tightMark, tightPage } from "../../archive/tight-page.ts";
import { filesUnder } from "../../workspace/files-under.ts";
import { bundleRecord } from "./bundle-record.ts";
import { MadePage, type PageBody, readBody } from "./page-body.ts";
import { fileOf, plain } from "./page-file.ts";
import { configuredPart, type SiteConfig, type SitePart } from "./site-part.ts";

type PagePath = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/** What pages are written by: where, and the addresses that they are asked for by. */
export interface Target {
  folder: string;
  /** The address of the site's folder. */
  address: string;
  /** Files of `public/`, over which no page is written. */
  taken: ReadonlySet<string>;
}

/**
 * Writes each page as soon as it is made. Astro would wait twice for a thread at each of them, which takes a third of the
 * time of a page. What is unusual, such as a redirect or two pages at one address, is left to Astro.
 */
export function writePages(): SitePart {
  return configuredPart("offprint:write-pages", (settled) => ({
    "astro:build:start": ({ setPrerenderer }) =>
      setPrerenderer((inner) => writing(inner, () => targetOf(settled()))),
  }));
}

/** What pages of a site are written by. */
export function targetOf({ outDir, publicDir, site, base, server }: SiteConfig): Target {
  const origin = site === undefined ? `http://localhost:${server.port}` : new URL(site).origin;
  return {
    folder: fileURLToPath(outDir),
    address: `${origin}/${plain(base)}/`.replace(/\/+$/, "/"),
    taken: new Set(filesUnder(fileURLToPath(publicDir))),
  };
}

function writing(inner: AstroPrerenderer, targetFor: () => Target): AstroPrerenderer {
  return {
    ...inner,
    name: "offprint:write-pages",
    render: async (request, options) => {
      const rendered = await inner.render(request, options);
      if (options.routeData.type !== "page") return rendered;
      return rendered instanceof Response
        ? compacted(rendered)
        : { ...rendered, response: await compacted(rendered.response) };
    },
    getStaticPaths: async () => {
      const target = targetFor();
      const { usual, others } = sorted(await inner.getStaticPaths(), target);
      const left = await writeAll(usual, (path) => bodyOf(inner, path, target), target.folder);
      const forAstro = [...left, ...others];
      if (forAstro.length > 0) bundleRecord().needsAstro = true;
      return forAstro;
    },
  };
}

/** Pages that are made here, and those for Astro, which warns of addresses that are taken twice. */
export function sorted(
  paths: readonly PagePath[],
  { taken }: Target,
): { usual: PagePath[]; others: PagePath[] } {
  const byPath = Map.groupBy(paths, ({ pathname }) => plain(pathname));
  const isUsual = ({ pathname, route }: PagePath) =>
    /^[\p{L}\p{N}/_~!$&'()*+,;=:@.-]*$/u.test(pathname) &&
    (route.type === "page" || route.type === "endpoint") &&
    byPath.get(plain(pathname))?.length === 1 &&
    !taken.has(fileOf({ pathname, route }));
  return {
    usual: paths.filter(isUsual),
    others: paths.filter((path) => !isUsual(path)),
  };
}

/** In milliseconds. Messages of other processes and timers wait as long. */
const longestTurn = 50;

/** Writes pages, and returns those that are left: all from one that failed on, whose error Astro reports. */
async function writeAll(
  paths: readonly PagePath[],
  make: (path: PagePath) => Promise<string | PageBody | undefined>,
  folder: string,
): Promise<PagePath[]> {
  const left: PagePath[] = [];
  const made = new Set<string>();
  let turn = performance.now();
  for (const [index, path] of paths.entries()) {
    try {
      const body = await make(path);
      if (body !== undefined) await writePage(join(folder, fileOf(path)), body, made);
      else left.push(path);
    } catch {
      return [...left, ...paths.slice(index)];
    }
    if (performance.now() - turn < longestTurn) continue;
    await setImmediate();
    turn = performance.now();
  }
  return left;
}

/** Writes a page. `made` has the folders that there are. */
export async function writePage(
  file: string,
  body: string | PageBody,
  made: Set<string>,
): Promise<void> {
  const folder = dirname(file);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  if (typeof body === "string" || body instanceof Uint8Array) writeFileSync(file, body);
  else await writeInPieces(file, body);
}

/** Writes what is made meanwhile. If that fails, there is no file, which Astro could take for a page of its own. */
async function writeInPieces(file: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  const opened = openSync(file, "w");
  try {
    for await (const chunk of body) writeFileSync(opened, chunk);
  } catch (error) {
    rmSync(file);
    throw error;
  } finally {
    closeSync(opened);
  }
}

/** What is in a page; undefined if Astro makes another one of it, as of a redirect. */
export async function bodyOf(
  inner: AstroPrerenderer,
  { pathname, route }: PagePath,
  { address }: Target,
): Promise<string | PageBody | undefined> {
  const path = pathname.replace(/^\/+/, "");
  // The address of a file ends as its route does.
  const asked = route.type === "page" && path !== "" ? `${plain(path)}/` : path;
  const rendered = await inner.render(new Request(address + asked), { routeData: route });
  const page = rendered instanceof MadePage ? rendered : await readPage(rendered);
  const isRedirect = page.status >= 300 && page.status < 400;
  if (isRedirect || !page.body) return undefined;
  if (route.type !== "page") return page.body;
  const isWhole = page.body instanceof Uint8Array;
  return asWritten(isWhole ? utf8.decode(page.body) : await page.response.text());
}

const utf8 = new TextDecoder();

async function readPage(
  rendered: Awaited<ReturnType<AstroPrerenderer["render"]>>,
): Promise<MadePage> {
  const response = rendered instanceof Response ? rendered : rendered.response;
  return new MadePage(response, response.body && (await readBody(response.body)));
}

/** The HTML of a page as it is written. */
function asWritten(html: string): string {
  if (!html.includes(tightMark)) return compactPage(html);
  return tightPage(compactPage(html.replace(tightMark, "")));
}

/** The response with a page that Astro writes, with the bytes that it would have here. */
async function compacted(response: Response): Promise<Response> {
  const isText = response.body && response.headers.get("content-type")?.startsWith("text/html");
  return isText ? new Response(asWritten(await response.text()), response) : response;
}

/**
 * The same integrations, of which several may stand before Astro's prerenderer, each before those of the integrations
 * that come earlier. With Astro alone, the last one would replace the others.
 */
export function withChainedPrerenderers(
  integrations: readonly AstroIntegration[],
): AstroIntegration[] {
  type Before = (inner: AstroPrerenderer) => AstroPrerenderer;
  const chain: Before[] = [];
  return integrations.map((one): AstroIntegration => {
    const start = one.hooks["astro:build:start"];
    if (!start) return one;
    const hook: typeof start = (options) =>
      start({
        ...options,
        setPrerenderer: (given) => {
          chain.push(typeof given === "function" ? given : () => given);
          options.setPrerenderer((astros) => chain.reduce((inner, next) => next(inner), astros));
        },
      });
    return { ...one, hooks: { ...one.hooks, "astro:build:start": hook } };
  });
}
