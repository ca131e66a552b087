import { fileURLToPath } from "node:url";
import type { AstroPrerenderer } from "astro";
import { MadePage, readBody } from "./page-body.ts";
import { plain } from "./page-file.ts";
import { continuePage, markUntraceable, type PageTrace, tracePage } from "./page-trace.ts";
import type { ReusedPages } from "./reused-pages.ts";
import type { SitePart } from "./site-part.ts";

/**
 * Makes only the pages that would differ from those of the last site, and notes what each of them read. It stands before
 * Astro's own prerenderer, so the routes know nothing of it.
 */
export function reusePages(pages: ReusedPages): SitePart {
  let folder = "";
  let base = "/";
  return {
    name: "offprint:reuse-pages",
    hooks: {
      "astro:config:done": ({ config }) => {
        folder = fileURLToPath(config.outDir);
        base = config.base;
      },
      "astro:build:start": ({ setPrerenderer }) =>
        setPrerenderer((astros) => withoutSame(astros, pages, () => ({ folder, base }))),
    },
  };
}

type StaticPath = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

function withoutSame(
  astros: AstroPrerenderer,
  pages: ReusedPages,
  site: () => { folder: string; base: string },
): AstroPrerenderer {
  const byPath = new Map<string, StaticPath>();
  return {
    ...astros,
    name: "offprint:reuse-pages",
    setup: async () => {
      await astros.setup?.();
      watchPictures();
    },
    getStaticPaths: async () => {
      const all = await astros.getStaticPaths();
      const left = await pages.leaveOutSame(all, site().folder);
      for (const path of left) byPath.set(plain(path.pathname), path);
      return lastThatWait(left);
    },
    render: async (request, options) => {
      const { made, trace } = await tracePage(async () => {
        const response = responseOf(await astros.render(request, options));
        // All of a page is made when its body is read.
        return { response, body: response.body && (await readBody(response.body)) };
      });
      const { response, body } = made;
      const path = byPath.get(pathOf(request, site().base));
      const note = () => {
        if (path && path.route === options.routeData && isWhole(response)) {
          pages.noteMade(path, trace);
        }
      };
      if (body && !(body instanceof Uint8Array)) {
        return new MadePage(response, tracedRest(body, trace, note));
      }
      note();
      return new MadePage(response, body);
    },
  };
}

/** A large page, which is made while it is read; then it is noted. */
async function* tracedRest(
  body: AsyncIterable<Uint8Array>,
  trace: PageTrace,
  note: () => void,
): AsyncGenerator<Uint8Array, void> {
  const chunks = body[Symbol.asyncIterator]();
  const next = () => continuePage(trace, () => chunks.next());
  for (let read = await next(); !read.done; read = await next()) yield read.value;
  note();
}

/** Pages that wait for what is made beside them: papers with related ones, and then the map. */
const waiting = [/\/papers\/\[id\]\.astro$/, /\/explore\/(?:index\.astro|map\.json\.ts)$/];

/** Pages in an order in which those that wait come last, so that the others are made meanwhile. */
function lastThatWait(paths: readonly StaticPath[]): StaticPath[] {
  const place = ({ route }: StaticPath) => waiting.findIndex((one) => one.test(route.component));
  return paths.toSorted((a, b) => place(a) - place(b));
}

function responseOf(rendered: Awaited<ReturnType<AstroPrerenderer["render"]>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}

/** Whether an answer becomes a file as it is: Astro makes pages of its own from redirects. */
function isWhole({ status, body }: Response): boolean {
  return body !== null && (status < 300 || status >= 400);
}

/** The path of a page, which Astro asks for by its address. */
function pathOf(request: Request, base: string): string {
  const { pathname } = new URL(request.url);
  const prefix = base.endsWith("/") ? base : `${base}/`;
  const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname;
  try {
    return plain(decodeURI(path));
  } catch {
    return plain(path);
  }
}

/** Astro makes a picture only if a page asks for it while it is made, so such a page is always made. */
function watchPictures(): void {
  const assets: unknown = Reflect.get(globalThis, "astroAsset");
  if (typeof assets !== "object" || assets === null) return;
  for (const [of, name] of [
    [assets, "addStaticImage"],
    [Reflect.get(assets, "referencedImages"), "add"],
  ] as const) {
    const astros: unknown = Reflect.get(Object(of), name);
    if (typeof astros !== "function") continue;
    Reflect.set(Object(of), name, (...given: unknown[]): unknown => {
      markUntraceable();
      return Reflect.apply(astros, of, given);
    });
  }
}
