import {
  boxBetween,
  type Direction,
  nearestPaper,
  nextPaper,
  paperInOrder,
  papersIn,
  type Step,
} from "./find-papers.ts";
import type { MapData } from "./map-data.ts";
import { type MapView, mapView } from "./map-view.ts";
import { paperList } from "./paper-list.ts";

/** The map's page: hovering, walking and brushing over the picture that the build made. */

const reachInPixels = 18;
const dragInPixels = 5;
const betweenLists = 150;

const root = document.querySelector<HTMLElement>("#map");
if (root) void start(root);

async function start(map: HTMLElement): Promise<void> {
  const data = await load(map.dataset["papers"] ?? "");
  const list = paperList();
  // Without its data the page stays the linked picture that it is without JavaScript.
  if (!data || !list) return;
  const view = mapView(map);
  if (!view) return;
  explore(data, view, list, Number(map.dataset["width"]));
}

async function load(address: string): Promise<MapData | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const data: MapData = await response.json();
    return data;
  } catch {
    return undefined;
  }
}

interface Point {
  x: number;
  y: number;
}

function explore(
  data: MapData,
  view: MapView,
  list: NonNullable<ReturnType<typeof paperList>>,
  width: number,
): void {
  const hidden = new Set<number>();
  const isShown = (paper: number) => !hidden.has(data.family[paper] ?? 0);
  let current: number | undefined;
  let brush: [Point, Point] | undefined;
  /** Where a press began, until it ends. */
  let press: Point | undefined;
  let dragged = false;
  let frame = 0;
  let listed = 0;

  const scale = () => width / view.size().width;
  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = view.size();
    return {
      x: (event.clientX + scrollX - left) * scale(),
      y: (event.clientY + scrollY - top) * scale(),
    };
  };
  const placeOf = (paper: number): Point => ({ x: data.x[paper] ?? 0, y: data.y[paper] ?? 0 });

  function show(paper: number | undefined): void {
    current = paper;
    if (paper === undefined) view.hidePaper();
    else {
      const { x, y } = placeOf(paper);
      view.showPaper({
        x: x / scale(),
        y: y / scale(),
        title: data.title[paper] ?? "",
        date: data.date[paper] ?? "",
        address: data.address[paper] ?? "",
      });
    }
  }

  function relist(): void {
    frame = 0;
    listed = performance.now();
    const box = brush && boxBetween(...brush);
    list.show(data, papersIn(data, box, isShown), { brushed: box !== undefined });
    drawBrush();
  }

  function drawBrush(): void {
    const box = brush && boxBetween(...brush);
    const k = scale();
    view.showBrush(
      box && {
        left: box.left / k,
        right: box.right / k,
        top: box.top / k,
        bottom: box.bottom / k,
      },
    );
  }

  /** The brush once a frame, however many events come; the list, which costs more, less often. */
  function soon(): void {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (performance.now() - listed > betweenLists) relist();
      else drawBrush();
    });
  }

  view.root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    press = pointOf(event);
    dragged = false;
  });
  view.root.addEventListener("pointermove", (event) => {
    const at = pointOf(event);
    if (press && !dragged) {
      const far = Math.hypot(at.x - press.x, at.y - press.y) / scale();
      if (far >= dragInPixels) {
        dragged = true;
        view.root.setPointerCapture(event.pointerId);
        show(undefined);
      }
    }
    if (press && dragged) {
      brush = [press, at];
      soon();
    } else if (event.pointerType !== "touch") {
      const near = nearestPaper(data, at, reachInPixels * scale(), isShown);
      if (near !== current || near === undefined) show(near ?? view.focused(current));
    }
  });
  const release = (event: PointerEvent) => {
    if (press && !dragged && event.pointerType === "touch") {
      show(nearestPaper(data, pointOf(event), reachInPixels * 1.4 * scale(), isShown));
    }
    if (press && dragged) relist();
    press = undefined;
  };
  view.root.addEventListener("pointerup", release);
  view.root.addEventListener("pointercancel", () => {
    if (press && dragged) relist();
    press = undefined;
  });
  view.root.addEventListener("pointerleave", () => {
    if (!press) show(view.focused(current));
  });
  view.root.addEventListener(
    "click",
    (event) => {
      // The end of a drag is no click on what happens to lie there.
      if (dragged) event.preventDefault();
      else if (brush && !(event.target instanceof Element && event.target.closest("a"))) {
        brush = undefined;
        relist();
      }
      dragged = false;
    },
    true,
  );

  view.link.addEventListener("focus", () => {
    if (current === undefined || !isShown(current)) show(papersIn(data, undefined, isShown)[0]);
    else show(current);
  });
  view.link.addEventListener("blur", () => show(undefined));
  view.link.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && brush) {
      brush = undefined;
      relist();
      return;
    }
    if (current === undefined) return;
    const { key } = event;
    if (!isDirection(key) && !isStep(key)) return;
    event.preventDefault();
    const next = isDirection(key)
      ? nextPaper(data, current, key, isShown)
      : paperInOrder(data, current, key, isShown);
    if (next === undefined) return;
    if (event.shiftKey) brush = [brush?.[0] ?? placeOf(current), placeOf(next)];
    show(next);
    view.say(`${data.title[next]}, ${data.date[next]}`);
    if (event.shiftKey) relist();
  });

  for (const input of view.families) {
    input.addEventListener("change", () => {
      if (input.checked) hidden.delete(Number(input.value));
      else hidden.add(Number(input.value));
      if (current !== undefined && !isShown(current)) show(undefined);
      relist();
    });
    if (!input.checked) hidden.add(Number(input.value));
  }
  list.onPoint((paper) => show(paper));
  view.onResize(() => {
    show(view.focused(current));
    relist();
  });
  relist();
}

function isStep(key: string): key is Step {
  return /^(PageDown|PageUp|Home|End)$/.test(key);
}

function isDirection(key: string): key is Direction {
  return /^Arrow(Left|Right|Up|Down)$/.test(key);
}
