import { drawArchitecture } from "./architecture/draw.ts";
import { writeDocument } from "./write-document.ts";

await writeDocument({
  name: "npm run docs:architecture",
  summary: "Draws docs/architecture.svg from the table of rooms in scripts/architecture/rooms.ts.",
  path: "docs/architecture.svg",
  make: drawArchitecture,
});
