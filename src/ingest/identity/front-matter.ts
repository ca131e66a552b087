/**
 * Words of titles that say in which place of a journal, book or volume of proceedings a text is, by
 * language, without accents. A title of these words alone is of no paper in particular.
 */
const words = `
  a about abstract abstracts acknowledgement acknowledgements acknowledgment acknowledgments addresses afterword all
  an and announcement announcements appendix article articles at author authors back best board book books brief
  briefs by calendar chair chairs chapter closing colophon commentary comment comments committee conclusion
  conclusions concluding conference contents contributors correspondence correction corrections cover current
  department discussion editor editorial editorials editors end epilogue errata erratum event events experts first
  for foreword forewords forum from front general glossary guest guide highlight highlights his ii iii in index
  information instructions interview introducing introduction introductory invited issue items its keynote last
  letter letters list literature masthead matter meeting meetings member members memoriam message minutes monthly
  new news next notice note notes number obituaries obituary of on open opening organizers our outline overview page
  panel part perspective perspectives plenary poster preface prefaces preliminary presentation president presidential
  proceedings program programme prologue publication publications publisher question questions reader readers
  recent references remark remarks report reports response responses reply replies research retraction reviewer
  reviewers review reviews s second section sections selected session short special statement subject summaries
  summary supplement symposium table talk talks the this title to track tribute tutorial tutorials untitled update
  volume we welcome what with workshop year

  anzeige aus beitrag bericht berichte besprechung besprechungen buchbesprechung buchbesprechungen danksagung das
  dem der des die diese diesem dieser ein eine einem einer einfuhrung einleitung geleitwort grusswort heft herausgeber
  hinweise im inhalt inhaltsverzeichnis leserbriefe literatur mitteilung mitteilungen nachruf nachrichten nachwort
  redaktion redaktionelles register rezension rezensionen schlusswort und verzeichnis vom von vorbemerkung vorrede
  vorwort zu zum zur zusammenfassung

  au aux avant avertissement avis ce cet cette compte comptes conclusions d de du editorial editoriaux en et
  general generale introduction l la le les liminaire livres lu lus notes nouvelles numero ouverture postface
  preambule preface premiere presentation propos redaction remerciements rendu rendus resume revue sommaire table un une

  a agradecimientos al carta cartas como con cronica de del director editores el en este indice introduccion la las
  libros lo los nota noticias numero obituario palabras preliminar preliminares presentacion prefacio prologo resena
  resenas revista sumario y

  agradecimentos ao aos apresentacao carta cartas da das do dos e edicao editor editores esta este indice introducao
  leitor nota o os prefacio posfacio resenha resenhas sumario

  agli ai al alla della delle di editoriale il in indice introduzione libri nota note numero postfazione prefazione
  premessa presentazione questo recensione recensioni ringraziamenti sommario un una

  boekbespreking boekbesprekingen dit een het inhoud inleiding nummer redactie redactioneel van voorwoord
  boganmeldelser dette forord forsta fra indledning inledning innehall ledare leder recensioner redaktionen redaktor
  nekrolog od przedmowa recenzje redakcji redaktora slowo spis tresci wprowadzenie wstep
  editorden giris icindekiler onsoz sunus
  obsah predmluva predslov recenze uvod uvodem uvodnik
  bevezetes bevezeto eloszo tartalom
  введение вступление вступительное заключение заметки к книги колонка номеру об обзор от памяти послесловие
  предисловие редактора редакции редакционная редколлегии рецензии рецензия слово содержание статья хроника читателям
`;

const phrases = `
  前言 序 序言 序文 编者按 編者按 编后记 引言 导言 导论 绪论 緒論 卷首语 卷首語 社论 目录 目錄 书评 書評 后记 後記 结语 結語 编者的话
  まえがき はじめに おわりに あとがき 巻頭言 編集後記 目次 緒言
  머리말 서문 서론 편집자의글 서평 목차
  مقدمة افتتاحية كلمةالتحرير خاتمة تمهيد
`;

const ofFrontMatter = new Set(words.match(/\S+/g));
const wholeTitles = new Set(phrases.match(/\S+/g));

/** Whether a title is one that front matter has, such as "Editorial" or "Message from the Chairs". */
export function isFrontMatter(title: string): boolean {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isKnown = (word: string) => ofFrontMatter.has(word) || /^(?:\d+|[ivx]+)$/.test(word);
  return found.every(isKnown) || wholeTitles.has(title.replace(/[^\p{L}\p{M}]+/gu, ""));
}
