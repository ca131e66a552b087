/** A font file that pages load, made of a part of a package's. */
export interface FontPart {
  /** Its name without extension, in src/styles/fonts/. */
  name: string;
  /** The file in node_modules. */
  source: string;
  /** Another file of the package, whose characters are not in this part. */
  besides?: string;
  /**
   * Whether its rule names the characters that it has: exactly, or in wide ranges that other parts of the
   * font have nothing of. A text has characters that no part has, and then need not load one.
   */
  names: "nothing" | "exactly" | "widely";
  /** Whether a character of the source is in it. The parts of a source have each character once. */
  has: (character: string) => boolean;
  /** The descriptors of its `@font-face`, besides `src` and `unicode-range`. */
  descriptors: Readonly<Record<string, string>>;
}

type Font = Pick<FontPart, "source" | "descriptors">;

const serifFiles = "@fontsource-variable/source-serif-4/files/source-serif-4";
const katexFiles = "katex/dist/fonts/KaTeX";

/** Letters and signs of English, and the letters that names of authors have most often. */
const isCommonInTexts = (character: string) =>
  /[ -~\u00a0§©«»°·×±ß-öø-ÿÁÅÉÖØÜ–—‘’‚“”„•…−↑↓]/.test(character);
/** ASCII, dashes, quotation marks, and the dots of a text that is cut off. */
const isPlain = (character: string) => /[ -~–—‘’“”…]/.test(character);
const isAscii = (character: string) => character <= "~";
const isLetter = (character: string) => /[A-Za-z]/.test(character);
/** The operators and signs that formulas of abstracts have most often, besides those in ASCII. */
const isCommonInFormulas = (character: string) =>
  isAscii(character) ||
  "\u00a0±·×…′∂∇∈−∗∘∝∞∣∥∼≈≠≡≤≥→⊤⊥⋅⋯⟨⟩ℓ\u02c6\u02c9\u02dc\u0338".includes(character);

function serif(style: "normal" | "italic", subset: string): Font {
  return {
    source: `${serifFiles}-${subset}-wght-${style}.woff2`,
    descriptors: {
      "font-family": '"Offprint Serif"',
      "font-style": style,
      "font-display": "optional",
      "font-weight": "400 700",
    },
  };
}

function formula(family: string, face: string): Font {
  return {
    source: `${katexFiles}_${family}-${face}.woff2`,
    descriptors: {
      "font-family": `KaTeX_${family}`,
      "font-style": face.endsWith("Italic") ? "italic" : "normal",
      "font-display": "block",
      "font-weight": face.startsWith("Bold") ? "700" : "400",
    },
  };
}

/** A font in two parts, of which most pages need only the first. */
function inTwo(
  name: string,
  font: Font,
  isCommon: (character: string) => boolean,
  names: FontPart["names"],
): FontPart[] {
  return [
    { ...font, name, names, has: isCommon },
    { ...font, name: `${name}-more`, names, has: (character) => !isCommon(character) },
  ];
}

const whole = (name: string, font: Font): FontPart => ({
  ...font,
  name,
  names: "nothing",
  has: () => true,
});

/** The fonts of pages. Other scripts than Latin are shown in the system's fonts. */
export const pageFonts: readonly FontPart[] = [
  ...inTwo("serif", serif("normal", "latin"), isCommonInTexts, "exactly"),
  // The archive's name, a word in italics: accents are rare.
  ...inTwo("serif-italic", serif("italic", "latin"), isPlain, "exactly"),
  {
    ...whole("serif-extended", serif("normal", "latin-ext")),
    names: "exactly",
    besides: serif("normal", "latin").source,
  },
];

/** The fonts of formulas. */
export const formulaFonts: readonly FontPart[] = [
  ...inTwo("formula-main", formula("Main", "Regular"), isCommonInFormulas, "widely"),
  ...inTwo("formula-main-bold", formula("Main", "Bold"), isAscii, "widely"),
  ...inTwo("formula-letters", formula("Math", "Italic"), isLetter, "widely"),
  ...inTwo("formula-ams", formula("AMS", "Regular"), isLetter, "widely"),
  ...(
    [
      ["Main", "Italic"],
      ["Main", "BoldItalic"],
      ["Math", "BoldItalic"],
      ["Caligraphic", "Regular"],
      ["Caligraphic", "Bold"],
      ["Fraktur", "Regular"],
      ["Fraktur", "Bold"],
      ["SansSerif", "Regular"],
      ["SansSerif", "Bold"],
      ["SansSerif", "Italic"],
      ["Script", "Regular"],
      ["Size1", "Regular"],
      ["Size2", "Regular"],
      ["Size3", "Regular"],
      ["Size4", "Regular"],
      ["Typewriter", "Regular"],
    ] as const
  ).map(([family, face]) =>
    whole(`formula-${family}-${face}`.toLowerCase(), formula(family, face)),
  ),
];
