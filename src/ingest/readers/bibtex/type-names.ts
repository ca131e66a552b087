/** Types of BibTeX and biblatex by the names that programs and people give them, without signs between words. */
const names: Readonly<Record<string, string>> = {
  journalarticle: "article",
  magazinearticle: "article",
  electronicarticle: "article",
  conferencepaper: "inproceedings",
  conferenceproceedings: "inproceedings",
  proceedingsarticle: "inproceedings",
  bookchapter: "book_section",
  booksection: "book_section",
  bookitem: "book_section",
  chapter: "book_section",
  encyclopediaarticle: "inreference",
  dictionaryentry: "inreference",
  editedbook: "collection",
  monograph: "book",
  ebook: "book",
  dissertation: "thesis",
  doctoralthesis: "phdthesis",
  masterthesis: "mastersthesis",
  bachelorthesis: "bachelorsthesis",
  governmentdocument: "report",
  workingpaper: "report",
  whitepaper: "report",
  technicalreport: "techreport",
  webpage: "web_page",
  website: "web_page",
  blogpost: "web_page",
  forumpost: "web_page",
  electronicsource: "web_page",
  computerprogram: "software",
  computersoftware: "software",
  film: "movie",
  podcast: "audio",
  audiorecording: "audio",
  videorecording: "video",
  presentation: "unpublished",
  talk: "unpublished",
  poster: "unpublished",
};

/** The type of an entry: BibTeX's name for it, where it is written as `@Journal Article` or `@book.section`. */
export function entryType(written: string): string {
  const type = written.toLowerCase();
  return names[type.replace(/[\s._-]/g, "")] ?? type.replace(/\s+/g, "_");
}
