import { join } from "node:path";
import type { Plugin } from "vite";
import { overridesOf } from "../../workspace/overrides.ts";
import type { Workspace } from "../../workspace/paths.ts";

/**
 * Replaces built-in components with the owner's overrides. An override can import the component that
 * it replaces from `src/components/`. Its own relative imports may also be those of the component,
 * because overrides usually start as a copy.
 */
export function ownerOverrides(workspace: Pick<Workspace, "root">): Plugin {
  const posix = (path: string) => path.replaceAll("\\", "/");
  const replaced = new Map(
    overridesOf(workspace).names.map((name) => [
      posix(join(workspace.root, "src/components", `${name}.astro`)),
      posix(join(workspace.root, "content/overrides", `${name}.astro`)),
    ]),
  );
  const originals = new Map([...replaced].map(([original, own]) => [own, original]));
  return {
    name: "offprint:owner-overrides",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (replaced.size === 0 || !importer) return null;
      const from = posix(importer.replace(/\?.*$/, ""));
      const original = originals.get(from);
      const copied = original !== undefined && source.startsWith(".");
      if (!copied && !source.endsWith(".astro")) return null;
      const resolve = (at: string) => this.resolve(source, at, { ...options, skipSelf: true });
      const resolved = await resolve(importer);
      if (!resolved) return copied ? resolve(original) : null;
      const own = replaced.get(posix(resolved.id));
      return own !== undefined && from !== own ? own : null;
    },
  };
}
