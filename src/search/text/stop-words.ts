/**
 * Words so common that they do not distinguish papers. They are not indexed, but keep their position
 * in phrases, and are found as parts of compounds ("on" in "on-policy").
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also although am among an and any are as at be because been before
  being between both but by can cannot could did do does doing done dont down during each eg either
  else etc even ever every for from further had has have having he hence her here him his how
  however i ie if in into is it its itself just let like many may me might more most much must my
  neither no nor not of off often on once one only onto or other our out over own per put rather s
  same say see she should since so some such than that the their them then there these they this
  those through thus to together too toward towards under until up upon us use used using very via
  was we well were what when where whether which while who whom whose why will with within without
  would yet you your`.split(/\s+/),
);

/**
 * Words that people use to describe a paper and that say little about it. They count less in a
 * sentence, but not in a query of a few words.
 */
export const genericWords: ReadonlySet<string> = new Set(
  `add another approach ask based best better call called case come describe different do does easy
  every everything find first follow found full get gets getting give gives given go goes good great
  half hard idea instead keep kind know large last later learn learned learns least less little look
  looks lot made main make makes making many mean method methods model models need needs new novel
  number one ones only paper papers part people problem propose proposed put question really result
  results right same say says second see several show shows simple single small something start stop
  study take takes task tasks tell than thing things three time times too train trained training try
  two type used useful want way ways whether whole will wish without work works write wrong`.split(
    /\s+/,
  ),
);
