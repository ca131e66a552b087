import type { MapData, MapFile, MapTexts } from "./map-data.ts";

/** Loads the papers of the map, and the texts of all of them when they are needed. Undefined if it fails. */
export async function loadMap(address: string, textsAddress: string): Promise<MapData | undefined> {
  const file = await fetchJson<MapFile>(address);
  if (!file) return undefined;
  let loading: Promise<void> | undefined;
  const data: MapData = {
    ...file,
    whole: () => {
      if (data.title.length >= data.x.length) return Promise.resolve();
      loading ??= fetchJson<MapTexts>(textsAddress).then((texts) => {
        if (texts) Object.assign(data, texts);
        // The network may come back.
        else loading = undefined;
      });
      return loading;
    },
  };
  return data;
}

async function fetchJson<T>(address: string): Promise<T | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const data: T = await response.json();
    return data;
  } catch {
    return undefined;
  }
}
