const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const greek = words(`
  alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi
  varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi
  Pi Sigma Upsilon Phi Psi Omega varGamma varDelta varTheta varLambda varXi varPi varSigma varPhi
  varPsi varOmega digamma varkappa`);

const relations = words(`
  leq geq le ge ne neq ll gg approx approxeq thickapprox sim simeq cong equiv propto asymp doteq
  subset supset subseteq supseteq subsetneq supsetneq sqsubseteq sqsupseteq in ni notin mid nmid
  parallel perp prec succ preceq succeq models vdash dashv lesssim gtrsim leqslant geqslant lll ggg
  to gets mapsto rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow
  longrightarrow longleftarrow longmapsto Longrightarrow Longleftrightarrow hookrightarrow
  hookleftarrow rightharpoonup rightsquigarrow twoheadrightarrow rightleftharpoons implies iff
  uparrow downarrow updownarrow Uparrow Downarrow nearrow searrow swarrow nwarrow coloneqq
  trianglelefteq lhd rhd ltimes rtimes`);

const operations = words(`
  times cdot pm mp div ast star circ bullet oplus otimes ominus odot oslash cap cup sqcap sqcup
  uplus wedge vee land lor setminus bmod wr amalg diamond bigtriangleup dagger ddagger`);

const functions = words(`
  log ln exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth max min sup inf lim
  limsup liminf det dim ker deg gcd hom Pr arg argmax argmin sum prod int iint iiint oint coprod
  bigcup bigcap bigoplus bigotimes bigsqcup bigvee bigwedge lg injlim projlim`);

const symbols = words(`
  infty partial nabla ell hbar Re Im aleph forall exists nexists emptyset varnothing top bot angle
  prime ldots cdots dots vdots ddots dotsc dotsb langle rangle lceil rceil lfloor rfloor vert Vert
  lvert rvert lVert rVert lbrace rbrace lbrack rbrack backslash neg lnot surd triangle square Box
  Diamond blacksquare checkmark clubsuit heartsuit spadesuit flat natural sharp wp imath jmath mho
  circledR degree colon quad qquad therefore because complement beth eth quad lozenge bigstar S P`);

const delimiters = words(`
  left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm`);

const wrappers = words(`
  mathbb mathcal mathrm mathbf mathfrak mathscr mathsf mathit mathtt mathop mathbin operatorname
  text textbf textit texttt textrm textsf textsc textnormal textup emph mbox boldsymbol bm pmb Bbb
  sqrt frac dfrac tfrac binom hat widehat tilde widetilde bar overline underline vec dot ddot
  check breve acute grave mathring overrightarrow overleftarrow underbrace overbrace overset
  underset stackrel substack xrightarrow xleftarrow boxed cancel phantom not rm bf it sf tt cal
  displaystyle textstyle scriptstyle limits nolimits over atop choose pmod`);

/**
 * What a command name means in a text that lost its backslashes. `doubtful` names are also English
 * words or parts of words, so on their own they are no evidence of mathematics.
 */
export type CommandClass =
  | "greek"
  | "relation"
  | "operation"
  | "function"
  | "symbol"
  | "delimiter"
  | "wrapper";

const classes: readonly (readonly [CommandClass, readonly string[]])[] = [
  ["greek", greek],
  ["relation", relations],
  ["operation", operations],
  ["function", functions],
  ["symbol", symbols],
  ["delimiter", delimiters],
  ["wrapper", wrappers],
];

/** Each command name (without its backslash) with its class; names are unique across classes. */
export const commandClass: ReadonlyMap<string, CommandClass> = new Map(
  classes.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
);

/** Commands whose names are also English words, names or syllables. */
export const doubtfulNames: ReadonlySet<string> = new Set(
  words(`
  in to times sim top big Big left right over not mod text dim deg bar dot dots hat check star
  max min sup log arg det hom lim limits choose sum not it bf rm sf tt cal mid models star sharp
  flat natural because therefore square triangle diamond angle prime prod implies perp div star
  parallel bot vec phantom boxed cancel int inf sec Pi Pr Re Im S P tan wedge vee bullet exists ni
  middle emph acute grave tilde ast cap cup gg ll ne le ge Box check lower hot subset land lor eth
  stackrel breve colon binom backslash dagger Delta Sigma Omega Gamma Theta Lambda Phi Psi Xi`),
);
