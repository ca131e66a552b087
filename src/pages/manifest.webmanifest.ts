import type { APIRoute } from "astro";
import { site, to } from "../astro/settings.ts";
import { everyPage } from "../i18n/strings.ts";

/** The web app manifest: how the site appears when a reader installs it. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify(
      {
        name: site.title,
        short_name: site.title,
        description: site.description,
        lang: site.language,
        id: to.home(),
        start_url: to.home(),
        scope: to.home(),
        display: "minimal-ui",
        background_color: "#fbf8f1",
        theme_color: "#fbf8f1",
        icons: [
          { src: to.file("favicon.svg"), type: "image/svg+xml", sizes: "any" },
          { src: to.file("icon-192.png"), type: "image/png", sizes: "192x192" },
          { src: to.file("icon-512.png"), type: "image/png", sizes: "512x512" },
          {
            src: to.file("icon-maskable-512.png"),
            type: "image/png",
            sizes: "512x512",
            purpose: "maskable",
          },
        ],
        shortcuts: [{ name: everyPage.search, url: to.search() }],
      },
      null,
      2,
    ),
  );
