/** Journals and conferences by the category of arXiv that is about their field; short names in capitals. */
const venueFields: readonly (readonly [category: string, names: RegExp])[] = [
  ["cs.CV", /\b(?:CVPR|ICCV|ECCV|WACV|BMVC|ACCV|TPAMI|IJCV)\b/],
  ["cs.CV", /\b(?:computer vision|pattern recognition|pattern analysis|image processing)\b/i],
  ["cs.CL", /\b(?:ACL|EMNLP|NAACL|EACL|AACL|TACL|COLING|CoNLL|LREC|SemEval)\b/],
  ["cs.CL", /\b(?:computational linguistics|(?:natural|human) language|machine translation)\b/i],
  ["cs.RO", /\b(?:ICRA|IROS|CoRL|RA-L|T-RO|robots?|robotics)\b/i],
  ["cs.SD", /\b(?:ICASSP|Interspeech|ISMIR|speech|audio|acoustics?|music)\b/i],
  ["cs.IR", /\b(?:SIGIR|RecSys|WSDM|ECIR|CIKM|information retrieval|recommender systems)\b/i],
  ["cs.HC", /\b(?:CSCW|UIST|human[- ]computer|human factors)\b|\bCHI\b(?![- ]squared)/],
  ["cs.CR", /\b(?:NDSS|USENIX Security|cryptolog\w+|information security|privacy)\b/i],
  ["cs.SE", /\b(?:ICSE|ISSTA|PLDI|POPL|OOPSLA|software engineering|programming languages)\b/i],
  ["cs.DB", /\b(?:SIGMOD|VLDB|PVLDB|ICDE|databases?|very large data bases)\b/i],
  ["cs.GR", /\b(?:SIGGRAPH|Eurographics|computer graphics)\b/i],
  ["cs.MA", /\b(?:AAMAS|multi-?agent systems)\b/i],
  ["cs.DC", /\b(?:ASPLOS|SOSP|OSDI|NSDI|HPCA|MLSys|parallel|distributed computing)\b/i],
  ["cs.SI", /\b(?:ASONAM|social networks?|network science|complex networks)\b/i],
  ["cs.CY", /\b(?:FAccT|FAT\*|computers and society|AI ethics)\b/],
  ["math.OC", /\b(?:optimization|optimisation|mathematical programming)\b/i],
  ["stat.ML", /\b(?:COLT|ALT|AISTATS|learning theory)\b/],
  ["stat.ME", /\b(?:statistics|statistical|Biometrika|biometrics)\b/i],
  ["q-bio.OT", /\b(?:bioinformatics|biolog\w*|genom\w*|genetics|neuro\w+|medic\w*|clinical)\b/i],
  ["q-bio.OT", /\b(?:Lancet|protein\w*|ecolog\w*|entomolog\w*|PLOS Comput\w*)\b/i],
  ["physics.gen-ph", /\b(?:physics|physical review|astrophys\w*|chemi\w+|materials)\b/i],
  ["econ.GN", /\b(?:econom\w+|econometric\w*)\b/i],
  ["q-fin.GN", /\b(?:finance|financial)\b/i],
];

/** The categories of arXiv that are about the field of a journal, a conference or a series. */
export function categoriesOfVenue(name: string): string[] {
  return [
    ...new Set(venueFields.flatMap(([category, names]) => (names.test(name) ? category : []))),
  ];
}

/** Names of arXiv's categories, as reference managers write them into keywords. */
const categoryNames: Readonly<Record<string, string>> = {
  "computer science - artificial intelligence": "cs.AI",
  "computer science - computation and language": "cs.CL",
  "computer science - computer science and game theory": "cs.GT",
  "computer science - computer vision and pattern recognition": "cs.CV",
  "computer science - computers and society": "cs.CY",
  "computer science - cryptography and security": "cs.CR",
  "computer science - databases": "cs.DB",
  "computer science - distributed, parallel, and cluster computing": "cs.DC",
  "computer science - graphics": "cs.GR",
  "computer science - hardware architecture": "cs.AR",
  "computer science - human-computer interaction": "cs.HC",
  "computer science - information retrieval": "cs.IR",
  "computer science - information theory": "cs.IT",
  "computer science - machine learning": "cs.LG",
  "computer science - multiagent systems": "cs.MA",
  "computer science - neural and evolutionary computing": "cs.NE",
  "computer science - performance": "cs.PF",
  "computer science - programming languages": "cs.PL",
  "computer science - robotics": "cs.RO",
  "computer science - social and information networks": "cs.SI",
  "computer science - software engineering": "cs.SE",
  "computer science - sound": "cs.SD",
  "electrical engineering and systems science - audio and speech processing": "eess.AS",
  "mathematics - optimization and control": "math.OC",
  "mathematics - probability": "math.PR",
  "mathematics - statistics theory": "math.ST",
  "statistics - machine learning": "stat.ML",
  "statistics - methodology": "stat.ME",
};
/** Groups of categories, each with one of it. */
const groupNames: Readonly<Record<string, string>> = {
  economics: "econ.GN",
  physics: "physics.gen-ph",
  "quantitative biology": "q-bio.OT",
  "quantitative finance": "q-fin.GN",
  "condensed matter": "cond-mat.other",
  astrophysics: "astro-ph.GA",
};

/** The category that a keyword such as "Computer Science - Robotics" names; Zotero saves arXiv's so. */
export function categoryOfKeyword(keyword: string): string | undefined {
  const name = keyword.toLowerCase().replace(/\s+/g, " ").trim();
  const [group = "", rest] = name.split(" - ");
  return categoryNames[name] ?? (rest === undefined ? undefined : groupNames[group]);
}
