import { drawArchitecture } from "./architecture/draw.ts";
import { writeDocuments } from "./write-document.ts";

await writeDocuments({
  name: "npm run docs:architecture",
  summary: "Draws docs/architecture.svg from the table of rooms in scripts/architecture/rooms.ts.",
  make: () => ({ "docs/architecture.svg": drawArchitecture() }),
});
