import type { unified } from "@astrojs/markdown-remark";
import type { Macros } from "../math/macros.ts";

/** The same as `ownersMarkdown`, which is loaded when something is compiled: most archives have nothing that is. */
export function lazyMarkdown(macros: Macros | undefined): ReturnType<typeof unified> {
  const load = async () => (await import("./markdown.ts")).ownersMarkdown(macros ?? {});
  let made: ReturnType<typeof load> | undefined;
  const markdown = () => {
    made ??= load();
    return made;
  };
  return {
    name: "unified",
    options: {
      remarkPlugins: [],
      rehypePlugins: [],
      remarkRehype: {},
      recmaPlugins: [],
      smartypants: false,
    },
    createRenderer: async (shared) => (await markdown()).createRenderer(shared),
    createMdxRenderer: async (shared, mdx) => {
      const renderer = (await markdown()).createMdxRenderer?.(shared, mdx);
      if (!renderer) throw new Error("The package @astrojs/markdown-remark compiles no MDX");
      return renderer;
    },
  };
}
