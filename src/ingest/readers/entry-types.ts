import type { WorkType } from "../../schemas/work-types.ts";

/** What a work is, where CSL has no type for it that Offprint knows: the entry type of biblatex. */
export interface EntryKind {
  type?: WorkType;
  entryType?: string;
}

const kinds: Readonly<Record<string, EntryKind>> = {
  artwork: { entryType: "artwork" },
  audio: { entryType: "audio" },
  booklet: { type: "book", entryType: "booklet" },
  image: { entryType: "image" },
  jurisdiction: { entryType: "jurisdiction" },
  legal: { entryType: "legal" },
  legislation: { entryType: "legislation" },
  letter: { entryType: "letter" },
  movie: { entryType: "movie" },
  music: { entryType: "music" },
  performance: { entryType: "performance" },
  periodical: { type: "article-journal", entryType: "periodical" },
  review: { type: "article-journal", entryType: "review" },
  video: { entryType: "video" },
};

/** The types of a format by the entry types above: `name` of the format, then the entry type. */
function table(text: string): ReadonlyMap<string, EntryKind> {
  const pairs = text.split(" ").map((pair) => pair.split(":"));
  return new Map(pairs.map(([name = "", kind = ""]) => [name, kinds[kind] ?? {}]));
}

/** Types of CSL. */
export const kindsOfCsl = table(
  "bill:legislation broadcast:audio figure:image graphic:artwork hearing:legal legal_case:jurisdiction legislation:legislation map:image motion_picture:movie musical_score:music pamphlet:booklet performance:performance periodical:periodical personal_communication:letter regulation:legislation review:review review-book:review song:music treaty:legal",
);

/** Types of items in Zotero. */
export const kindsOfZotero = table(
  "artwork:artwork audioRecording:audio bill:legislation case:jurisdiction email:letter film:movie hearing:legal instantMessage:letter letter:letter map:image podcast:audio radioBroadcast:audio statute:legislation tvBroadcast:video videoRecording:video",
);

/** Types of RIS. */
export const kindsOfRis = table(
  "ADVS:video ART:artwork BILL:legislation CASE:jurisdiction FIGURE:image HEAR:legal ICOMM:letter LEGAL:legislation MAP:image MPCT:movie MUSIC:music PAMP:booklet PCOMM:letter SER:periodical SLIDE:image SOUND:audio STAT:legislation UNBILL:legislation VIDEO:video",
);
