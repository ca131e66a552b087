import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { MDXInstance } from "astro";
import { Fragment, jsx, jsxs } from "astro/jsx-runtime";
import { madeOnce } from "./made-once.ts";
import { ownersMarkdown } from "./markdown.ts";
import { site, workspace } from "./settings.ts";

type Content = MDXInstance<Record<string, unknown>>["Content"];
type Shown = ReturnType<Content>;
type Props = Record<string, unknown> & { components?: Record<string, unknown> };

const renderer = madeOnce([], () =>
  ownersMarkdown(site.macros ?? {}, [moduleToBody]).createMdxRenderer?.(
    { syntaxHighlight: false, gfm: true, smartypants: false },
    { optimize: false, srcDir: pathToFileURL(join(workspace.root, "src/")), sourcemap: false },
  ),
);

/** Compiles a note that has neither code nor pictures, as `@astrojs/mdx` does when the others are bundled. */
export async function compileNote(file: string, mdx: string): Promise<Content> {
  const path = join(workspace.root, file);
  const compiled = await (await renderer())?.process(mdx, path, {});
  if (!compiled) throw new Error("The package @astrojs/markdown-remark compiles no MDX");
  const content = contentOf(compiled.code);
  const shown: Content = (props: Props = {}) =>
    content({ ...props, components: { Fragment, ...props.components } });
  Reflect.set(shown, Symbol.for("mdx-component"), true);
  Reflect.set(shown, Symbol.for("astro.needsHeadRendering"), true);
  Reflect.set(shown, "moduleId", path);
  // Astro asks the renderer of this name.
  Reflect.set(shown, Symbol.for("astro:renderer"), "astro:jsx");
  return shown;
}

/** What of a module's tree is needed here. */
interface Statement {
  type: string;
  source?: { value?: unknown } | null;
  declaration?: Statement | null;
}

/**
 * Makes the body of a function of the module that MDX is compiled to: what it imports is given to the function. In the tree,
 * because words of a note that look like code cannot mislead it there; and without comments, which notes may have.
 */
function moduleToBody() {
  return (module: { body: Statement[]; comments?: unknown[] }) => {
    module.comments = [];
    module.body = module.body.flatMap((statement) => {
      if (statement.source?.value === "astro/jsx-runtime") return [];
      return statement.type.startsWith("Export") ? (statement.declaration ?? []) : statement;
    });
  };
}

/** What the module of a note exports. Its code is what the compiler made of text: the note itself has none. */
function contentOf(code: string): (props: Props) => Shown {
  const make = new Function("_Fragment", "_jsx", "_jsxs", `${code}\nreturn MDXContent;`);
  return make(Fragment, jsx, jsxs);
}
