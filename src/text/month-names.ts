/**
 * The names of the months in the languages of common reference lists, without accents: English,
 * German, French, Spanish, Catalan, Portuguese, Italian, Romanian, Dutch, Swedish, Danish, Norwegian,
 * Finnish, Polish, Czech, Hungarian, Turkish, Indonesian, Russian, Ukrainian and Greek. Before the
 * names are abbreviations that begin the names of several months.
 */
const namesOfMonths = [
  "january januar janner janvier enero gener janeiro gennaio ianuarie januari tammikuu styczen stycznia leden ledna ocak январь января сичень січень січня ιανουαριος ιανουαριου",
  "february februar feber fevrier febrero febrer fevereiro febbraio februarie februari helmikuu luty lutego unor unora subat pebruari февраль февраля лютии лютого φεβρουαριος φεβρουαριου",
  "mar march marz mars marzo marc março maart marts martie maaliskuu marzec marca brezen brezna marcius mart maret март марта березень березня μαρτιος μαρτιου",
  "april avril abril aprile aprilie huhtikuu kwiecien kwietnia duben dubna aprilis nisan апрель апреля квитень квітень квітня απριλιος απριλιου",
  "may mai mayo maig maio maggio mei maj toukokuu maja kveten kvetna majus mayis май маи мая травень травня μαιος μαιου",
  "june juni juin junio juny junho giugno iunie kesakuu czerwiec czerwca cerven cervna junius haziran июнь июня червень червня ιουνιος ιουνιου",
  "july juli juillet julio juliol julho luglio iulie heinakuu lipiec lipca cervenec cervence julius temmuz июль июля липень липня ιουλιος ιουλιου",
  "august aout agosto agost augustus augusti elokuu sierpien sierpnia srpen srpna augusztus agustos agustus август августа серпень серпня αυγουστος αυγουστου",
  "september septembre septiembre setiembre setembre setembro settembre septembrie syyskuu wrzesien wrzesnia zari szeptember eylul сентябрь сентября вересень вересня σεπτεμβριος σεπτεμβριου",
  "october oktober octobre octubre outubro ottobre octombrie lokakuu pazdziernik pazdziernika rijen rijna ekim октябрь октября жовтень жовтня οκτωβριος οκτωβριου",
  "november novembre noviembre novembro noiembrie листопад листопада marraskuu listopad listopada kasim nopember ноябрь ноября νοεμβριος νοεμβριου",
  "december dezember decembre diciembre desembre dezembro dicembre decembrie desember joulukuu grudzien grudnia prosinec prosince aralik декабрь декабря грудень грудня δεκεμβριος δεκεμβριου",
];

/** Months by their names, and by beginnings of three letters or more that only one month has. */
const months = new Map<string, number | undefined>();
const whole = namesOfMonths.map((names) => names.split(" ").map(folded));
for (const [index, names] of whole.entries())
  for (const name of names)
    for (let length = 3; length < name.length; length += 1) {
      const start = name.slice(0, length);
      months.set(start, (months.get(start) ?? index + 1) === index + 1 ? index + 1 : 0);
    }
for (const [index, names] of whole.entries()) for (const name of names) months.set(name, index + 1);

/** The number of the month that a word names, whole or abbreviated: 9 for "Sept" and "septembre". */
export function monthNamed(word: string): number | undefined {
  return months.get(folded(word)) || undefined;
}

function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l");
}
