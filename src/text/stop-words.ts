/** English words that say nothing about a text's subject, in lower case. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across after again against all almost along already also although always am among
  amongst an and another any are around as at away be became because become becomes been before
  behind being below beside between beyond both but by can cannot could did do does doing done down
  due during each either else enough especially etc even ever every everything except far few first
  for from further furthermore get given gives giving goes had has have having he hence her here him
  his how however i if in indeed inside instead into is it its itself just largely last later latter
  least less let like likewise made mainly make makes making many may me meanwhile might more moreover
  most mostly much must my namely near nearly neither never nevertheless next no nor not nothing
  notably now of off often on once one only onto or other others otherwise our ours ourselves out over
  own per perhaps rather really recently s same second see seem seems several shall she should since
  so some somewhat soon still such t than that the their theirs them themselves then thence there
  thereby therefore therein these they third this those though three through throughout thus to today
  together too toward towards two under until up upon us use used uses using usually various versus
  very via was way ways we well were what whatever when whenever where whereas whereby wherein whether
  which while whilst who whole whom whose why will with within without would yes yet you your e.g i.e
  eg ie vs et al can't don't doesn't isn't it's we're they're`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
