import type { Device, StorageOutcome } from "./device.ts";
import { isPaperId, readKept } from "./paper-codec.ts";
import type { KeptPaper } from "./saved-paper.ts";

/** A text that could not be read, left as it was, under its name on the device. */
export interface Damaged {
  name: string;
  text: string;
  fault: string;
}

export interface Everything {
  papers: Map<string, KeptPaper>;
  damaged: Damaged[];
  blocked: boolean;
}

/** All papers that are kept on a device. Does not throw. */
export function everythingOn(device: Device): Everything {
  const papers = new Map<string, KeptPaper>();
  const damaged: Damaged[] = [];
  const names = device.names();
  for (const name of names ?? []) {
    const [kind, ...rest] = name.split(":");
    const text = device.getText(name);
    if (text === undefined || (kind !== "paper" && kind !== "damaged")) continue;
    const reading = readKept(text);
    const id = kind === "paper" ? rest.join(":") : (rest[0] ?? "");
    if ("fault" in reading) damaged.push({ name, text, fault: reading.fault });
    else if (!isPaperId(id)) damaged.push({ name, text, fault: "its key names no paper" });
    else {
      // An older version of this code could not read it, and set it aside.
      if (kind === "damaged") device.unite(id, reading.kept, name);
      papers.set(id, device.get(id) ?? reading.kept);
    }
  }
  return { papers, damaged, blocked: names === undefined };
}

/** Forgets all: papers, settings, visits, damaged texts. */
export function clearDevice(device: Device): StorageOutcome {
  const outcomes = device.names()?.map((name) => device.setText(name, undefined)) ?? ["blocked"];
  return outcomes.find((outcome) => outcome !== "kept") ?? "kept";
}
