import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import {
  createComponent,
  renderComponent,
  renderSlot,
  renderSlotToString,
  renderTemplate,
} from "astro/runtime/server/index.js";
import { kindOfPart } from "../workspace/own-parts.ts";
import { reportFailedCode } from "./code-failed.ts";
import { workspace } from "./settings.ts";

type Module = { default: AstroComponentFactory };

/** A component that shows what is inside of it, in the place of an owner's component that failed. */
export const contentsOnly: AstroComponentFactory = createComponent(
  (result, _props, slots) => renderTemplate`${renderSlot(result, slots["default"])}`,
);

/**
 * A component of the owner's that never ends a build: if it cannot be loaded or shown, that is reported, and
 * another component is shown in its place. `file` is relative to the workspace.
 */
export function containedComponent(
  file: string,
  load: () => Promise<Module>,
  otherwise: AstroComponentFactory,
): AstroComponentFactory {
  return createComponent(async (result, props, slots) => {
    try {
      const { default: component } = await load();
      const shown = renderComponent(result, file, component, { ...props }, slots);
      return renderTemplate`${await renderSlotToString(result, renderTemplate`${shown}`)}`;
    } catch (error) {
      reportFailedCode(workspace.root, kindOfPart(file) ?? "component", file, error);
      return renderTemplate`${renderComponent(result, file, otherwise, props, slots)}`;
    }
  });
}
