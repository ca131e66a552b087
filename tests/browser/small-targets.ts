import type { Page } from "playwright-core";

/** A side of the smallest target, and what fractions of pixels may take from it. */
const least = 24;
const slack = 0.05;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A control as a pointer meets it. */
interface Target {
  name: string;
  address: string | null;
  /** One box, or one for each line. */
  boxes: Box[];
  center: { x: number; y: number };
  /** The controls around this one. */
  within: number[];
  isExcepted: boolean;
}

/**
 * The controls of a page that miss WCAG 2.5.8 (target size, minimum): smaller than 24 by 24 CSS pixels,
 * without the space around them that the criterion accepts instead, and not excepted. Excepted are links in a
 * sentence, those that a larger link of the page repeats, and the dense squares and dots of charts and maps.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  const targets = await targetsOf(page);
  const large = new Set(targets.filter((target) => !isSmall(target)).map(({ address }) => address));
  return targets
    .filter((target, index) => isSmall(target) && !target.isExcepted && isTight(index, targets))
    .filter(({ address }) => address === null || !large.has(address))
    .map(({ name, boxes }) => {
      const sizes = boxes.map(({ left, right, top, bottom }) =>
        [right - left, bottom - top].map((side) => side.toFixed(1)).join("×"),
      );
      return `${name} ${sizes.join(", ")}`;
    });
}

function isSmall({ boxes }: Target): boolean {
  return boxes.some(
    ({ left, right, top, bottom }) => Math.min(right - left, bottom - top) < least - slack,
  );
}

/** Whether a circle of 24 pixels around a small target meets another target, or the circle of a small one. */
function isTight(index: number, targets: readonly Target[]): boolean {
  const target = targets[index];
  if (target === undefined) return false;
  const { center, within } = target;
  return targets.some((other, at) => {
    if (at === index || within.includes(at) || other.within.includes(index)) return false;
    if (isSmall(other)) {
      const distance = Math.hypot(other.center.x - center.x, other.center.y - center.y);
      return distance < least - slack;
    }
    return other.boxes.some(({ left, right, top, bottom }) => {
      const x = Math.max(left - center.x, 0, center.x - right);
      const y = Math.max(top - center.y, 0, center.y - bottom);
      return Math.hypot(x, y) < least / 2 - slack;
    });
  });
}

/** The controls that can be pressed. A checkbox or radio button is as large as the label around it. */
function targetsOf(page: Page): Promise<Target[]> {
  return page.evaluate(() => {
    const controls =
      "a[href], button, label:has(input), input:not(label input, [type=hidden]), select, textarea, summary";
    const isShown = (element: Element): boolean => {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        return false;
      }
      // What only screen readers meet is cut to nothing.
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (getComputedStyle(at).clipPath.startsWith("inset(50%")) return false;
      }
      return true;
    };
    /** On a line with words that are no link, whose height is that of the line. */
    const isInSentence = (element: Element): boolean => {
      if (getComputedStyle(element).display !== "inline") return false;
      const around = element.closest("p, li, dd, dt, td, figcaption")?.cloneNode(true);
      if (!(around instanceof Element)) return false;
      for (const other of around.querySelectorAll("a, button, .count")) other.remove();
      return /\p{L}{2}/u.test(around.textContent);
    };
    const shown = [...document.querySelectorAll(controls)].filter(isShown);
    return shown.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const lines = [...element.getClientRects()].filter((line) => line.width > 0);
      const boxes = lines.length > 0 ? lines : [element.getBoundingClientRect()];
      return {
        name: `${element.localName} "${element.textContent.trim().slice(0, 40)}"`,
        address: element.getAttribute("href"),
        boxes: boxes.map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
        center: { x: x + width / 2, y: y + height / 2 },
        within: shown.flatMap((other, at) =>
          other !== element && other.contains(element) ? [at] : [],
        ),
        isExcepted: isInSentence(element) || element.closest("svg") !== null,
      };
    });
  });
}
