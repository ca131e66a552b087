import { join } from "node:path";
import type { Plugin } from "vite";
import { overridesOf } from "../project/overrides.ts";
import type { Project } from "../project/paths.ts";

/**
 * Puts the owner's components in the place of the engine's. Within an override, the engine's own one
 * can be imported by its path in `src/components/`.
 */
export function ownerOverrides(project: Pick<Project, "root">): Plugin {
  const posix = (path: string) => path.replaceAll("\\", "/");
  const replaced = new Map(
    overridesOf(project).names.map((name) => [
      posix(join(project.root, "src/components", `${name}.astro`)),
      posix(join(project.root, "content/overrides", `${name}.astro`)),
    ]),
  );
  return {
    name: "offprint:owner-overrides",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (replaced.size === 0 || !importer || !source.endsWith(".astro")) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const own = resolved ? replaced.get(posix(resolved.id)) : undefined;
      return own !== undefined && posix(importer.replace(/\?.*$/, "")) !== own ? own : null;
    },
  };
}
