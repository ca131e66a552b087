import { createRequire } from "node:module";

/**
 * Ends the process of esbuild, which Astro starts and never stops. It would notice the end of a command only
 * some time later.
 */
export async function stopEsbuild(): Promise<void> {
  const load = createRequire(import.meta.resolve("astro"));
  const esbuild: unknown = load("esbuild");
  const stop: unknown = Reflect.get(Object(esbuild), "stop");
  if (typeof stop === "function") await stop();
}
