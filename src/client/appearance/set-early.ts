/**
 * What a reader has chosen about the look of all pages, set on the root element before the first
 * paint. A classic script in the head, so that nothing changes after it, and so that it also works in
 * a site opened as files. Browsers load no modules there, so `data-modules` says whether what needs them is shown.
 */

import { openTextStore } from "../library/text-store.ts";
import { startKeptOrder } from "../lists/kept-order.ts";
import { startListView } from "./list-view.ts";
import { startTheme } from "./theme.ts";

const store = openTextStore(() => window.localStorage);
startTheme(store);
startListView(store);
if (location.protocol !== "file:") {
  document.documentElement.dataset["modules"] = "";
  startKeptOrder(store);
}
