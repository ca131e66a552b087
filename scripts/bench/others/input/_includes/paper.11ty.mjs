import { paperPage } from "../../site.mjs";

export default function render({ paper, content, md }) {
  return paperPage(paper, content, md);
}
