import type { Site } from "../schemas/site.ts";

/** What a site or a page needs beyond the strictest policy. */
export interface PolicyNeeds {
  /** Sources that the owner's own code needs, by directive. */
  allow?: Site["allow"];
  /** Whether elements have style attributes, as KaTeX's do. */
  styleAttributes?: boolean;
  /** Whether the site is opened as files, so that its fonts are inside its style sheets. */
  asFiles?: boolean;
}

/**
 * The Content-Security-Policy for the `<meta>` element of a page: everything comes from the site
 * itself, no inline script runs, and strings become neither markup nor addresses of scripts.
 */
export function metaPolicy(needs: PolicyNeeds = {}): string {
  // Each page has it, so it says once what is the same of most things that a page can load.
  const all = directives(needs).filter(([name, ...sources]) => !isDefault(name, sources));
  const frames = all.some(([name]) => name === "frame-src");
  return written([
    ["default-src", self],
    ["object-src", none],
    ...(frames ? [] : [["frame-src", none] satisfies Directive]),
    ...all,
  ]);
}

/** Whether a directive says what that for everything says: some of the site's own, or that of all others. */
function isDefault(name: string, sources: readonly string[]): boolean {
  return name === "default-src" || (byDefault.has(name) && sources.join() === self);
}

/**
 * The same policy as an HTTP header. Only a header can forbid frames of other sites to show the page. It
 * is for every file of the site, so it allows style attributes.
 */
export function headerPolicy(needs: PolicyNeeds = {}): string {
  return written([
    ...directives({ ...needs, styleAttributes: true }),
    ["frame-ancestors", "'none'"],
  ]);
}

const none = "'none'";
const self = "'self'";

/** What `default-src` is for where there is no directive of its own. */
const byDefault = new Set(
  ["style", "img", "font", "connect", "media", "manifest", "worker"].map((name) => `${name}-src`),
);

type Directive = [name: string, ...sources: string[]];

function directives({ allow = {}, styleAttributes, asFiles }: PolicyNeeds): Directive[] {
  return [
    ["default-src", none],
    ["script-src", self, ...(allow["script-src"] ?? [])],
    ["style-src", self, ...(allow["style-src"] ?? [])],
    // Otherwise those of elements apply, and allow none.
    ...(styleAttributes ? [["style-src-attr", "'unsafe-inline'"] satisfies Directive] : []),
    ["img-src", self, ...(allow["img-src"] ?? [])],
    ["font-src", self, ...(asFiles ? ["data:"] : []), ...(allow["font-src"] ?? [])],
    ["connect-src", self, ...(allow["connect-src"] ?? [])],
    ["media-src", self, ...(allow["media-src"] ?? [])],
    ...(allow["frame-src"] ? [["frame-src", ...allow["frame-src"]] satisfies Directive] : []),
    ["form-action", self, ...(allow["form-action"] ?? [])],
    ["manifest-src", self],
    ["worker-src", self],
    ["base-uri", none],
    ["require-trusted-types-for", "'script'"],
    // src/client/script-addresses.ts makes the policy of this name.
    ["trusted-types", "default"],
  ];
}

function written(all: readonly Directive[]): string {
  return all.map((directive) => directive.join(" ")).join("; ");
}
