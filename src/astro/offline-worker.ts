import { join } from "node:path";
import { watchBundles } from "./integrations/bundle-record.ts";
import { interfaceStrings } from "./integrations/interface-language.ts";

/** The code of all workers in a language. */
export async function bundleWorker({
  root,
  language,
}: {
  root: string;
  language: string;
}): Promise<string> {
  // Most builds have a worker that an earlier one bundled.
  const { build } = await import("vite");
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [interfaceStrings(root, language), watchBundles()],
    build: {
      write: false,
      rollupOptions: {
        input: join(root, "src/client/offline/worker.ts"),
        output: { format: "iife", entryFileNames: "service-worker.js" },
      },
    },
  });
  const chunks = [result].flat().flatMap((one) => ("output" in one ? one.output : []));
  const worker = chunks.find((chunk) => chunk.type === "chunk");
  if (!worker) throw new Error("Vite made no service worker of src/client/offline/worker.ts");
  return worker.code;
}
