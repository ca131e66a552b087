import { z } from "zod";

const sheet = z.discriminatedUnion("type", [
  z.object({ type: z.literal("inline"), content: z.string() }),
  z.object({ type: z.literal("external"), src: z.string() }),
]);

const style = z.object({ depth: z.number(), order: z.number(), sheet });

/** What a build knows of its bundles besides their files. */
export const bundleFacts = z.object({
  /** The module that makes pages, relative to the bundle's folder. */
  entry: z.string(),
  /** The port in addresses of pages where the server has no address. */
  port: z.number(),
  /** The style sheets of each route, by Astro's key of it. */
  styles: z.array(z.tuple([z.string(), z.array(style)])),
  /** The files that each script of the site imports, by paths in the site. */
  imports: z.array(z.tuple([z.string(), z.array(z.string())])),
  /** Files of packages of which the site has a part. */
  shipped: z.array(z.string()),
  /** The service worker, without what differs between sites of the same code. */
  worker: z.string().exactOptional(),
});
/** What a build knows of its bundles besides their files. */
export type BundleFacts = z.infer<typeof bundleFacts>;
