import { join } from "node:path";
import type { Plugin } from "vite";
import { renamedComponent, report } from "../../schemas/rules.ts";
import { overridesOf, renamedComponents } from "../../workspace/overrides.ts";
import { pathIn } from "../../workspace/own-parts.ts";
import type { Workspace } from "../../workspace/paths.ts";
import { madeOnce } from "../made-once.ts";
import { reportMessages } from "./build-report.ts";
import { leftOutParts } from "./left-out-parts.ts";

const prefix = "\0offprint:override:";
const leftOutComponent = "\0offprint:left-out-component";

/**
 * Replaces built-in components with the owner's overrides. An override can import the component that
 * it replaces from `src/components/`. Its own relative imports may also be those of the component,
 * because overrides usually start as a copy. One that fails is reported, and the component is shown. Components
 * are found by their former names, too.
 */
export function ownerOverrides(workspace: Pick<Workspace, "root">): Plugin {
  const at = (path: string) => posix(join(workspace.root, path));
  const theme = at("content/theme.css");
  const content = at("content/");
  const pathOf = (name: string) => at(`src/components/${name}.astro`);
  const present = madeOnce(["overrides"], () => {
    const { overrides, messages } = overridesOf(workspace);
    reportMessages(messages);
    return {
      byOriginal: new Map(overrides.map((one) => [pathOf(one.name), one])),
      byOwn: new Map(overrides.map((one) => [at(one.file), one])),
    };
  });
  return {
    name: "offprint:owner-overrides",
    enforce: "pre",
    buildStart: () => void present(),
    async resolveId(source, importer, options) {
      if (source.startsWith(prefix)) return source;
      if (!importer || importer.startsWith(prefix)) return null;
      const { byOriginal, byOwn } = present();
      const from = posix(importer.replace(/\?.*$/, ""));
      // Most archives have no such files, and then no import needs to be looked up twice.
      const isOwners = byOwn.size > 0 || leftOutParts().size > 0 || from.startsWith(content);
      if (!isOwners) return null;
      const own = byOwn.get(from);
      const copied = own !== undefined && source.startsWith(".");
      if (!copied && !source.endsWith(".astro")) return null;
      const resolve = (path: string, to = importer) =>
        this.resolve(path, to, { ...options, skipSelf: true });
      const found = await resolve(source);
      const other = found
        ? null
        : ((own && copied ? await resolve(source, pathOf(own.name)) : null) ??
          (await underNewName(source, from, resolve)));
      const resolved = found ?? other;
      if (!resolved) return null;
      const id = posix(resolved.id);
      if (leftOutParts().has(pathIn(workspace, id) ?? "")) return leftOutComponent;
      const override = byOriginal.get(id);
      const isReplaced = override && override !== own && !leftOutParts().has(override.file);
      return isReplaced ? `${prefix}${override.name}` : other;
    },
    load(id) {
      const contained = JSON.stringify(at("src/astro/contained-component.ts"));
      if (posix(id).startsWith(theme) && leftOutParts().has("content/theme.css")) return "";
      if (id === leftOutComponent) return `export { contentsOnly as default } from ${contained};\n`;
      if (!id.startsWith(prefix)) return null;
      const override = present().byOriginal.get(pathOf(id.slice(prefix.length)));
      if (!override) return null;
      return [
        `import original from ${JSON.stringify(pathOf(override.name))};`,
        `import { containedComponent } from ${contained};`,
        `const load = () => import(${JSON.stringify(at(override.file))});`,
        `export default containedComponent(${JSON.stringify(override.file)}, load, original);`,
      ].join("\n");
    },
  };

  /** Resolves an import of the owner's code by the present name of a component that was renamed. */
  async function underNewName<T>(
    source: string,
    from: string,
    resolve: (path: string) => Promise<T>,
  ): Promise<T | null> {
    const former = /(\w+)\.astro$/.exec(source)?.[1] ?? "";
    const name = renamedComponents[former];
    const file = pathIn(workspace, from);
    if (name === undefined || !file?.startsWith("content/")) return null;
    const resolved = await resolve(source.replace(/\w+\.astro$/, `${name}.astro`));
    if (resolved)
      reportMessages([report(renamedComponent, { former, name, isIgnored: false }, { file })]);
    return resolved;
  }
}

function posix(path: string): string {
  return path.replaceAll("\\", "/");
}
