/** Never the end of a sentence. */
const INSIDE = new Set(
  'e.g i.e eg ie vs cf viz approx ca dr drs mr mrs ms prof st incl excl resp dept univ z.b u.a bzw p.ej'.split(' '),
);
/** Not the end of a sentence when a number follows. */
const BEFORE_NUMBER = new Set(
  'no nos nr fig figs p pp vol ch sec eq tab ref refs art para ed min max avg est tel ext ver mg ml kg mcg jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
/** The end of a sentence only when what follows plainly begins one. */
const SOMETIMES_LAST = new Set('al etc inc ltd co corp jr sr ph.d m.d b.sc m.sc'.split(' '));
const LETTERS_WITH_DOTS = /^(?:\p{L}\.)+\p{L}$/u;
const INITIAL = /^\p{Lu}$/u;
/** "hepatitis B." is the end of a sentence more often than an initial. */
const NAMED_BY_LETTER =
  /\b(?:hepatitis|vitamins?|type|grade|stage|class|group|plan|influenza|factor|part|arm|cohort|appendix|option|level)\s+\p{Lu}\.$/iu;
const BEGINS_SENTENCE =
  /^["“‘'(]?(?:The|This|These|That|Those|It|Its|In|An?|We|Our|They|Their|He|She|You|Your|If|For|However|As|At|On|But|And|Or|So|When|While|Although|Because|Patients?|There|Such|To|With|Most|Many|Some|No|Not|Yes|All|Both|Each|After|Before|During|Since|Other|Only|What|How|Why|Which|Who|Is|Are|Can|Does|Do)\b/;
const LAST_WORD = /[^\s([{"“‘'«/—–]+\.$/u;

/** Whether the full stop that ends `before` belongs to an abbreviation, so that `after` goes on with the sentence. */
export function endsInAbbreviation(before: string, after: string): boolean {
  const word = LAST_WORD.exec(before)?.[0].slice(0, -1);
  if (word === undefined) return false;
  const lower = word.toLowerCase();
  if (INSIDE.has(lower)) return true;
  if (BEFORE_NUMBER.has(lower)) return /^[\p{Lu}#(]?\d/u.test(after);
  if (SOMETIMES_LAST.has(lower) || LETTERS_WITH_DOTS.test(word)) return !BEGINS_SENTENCE.test(after);
  return INITIAL.test(word) && !NAMED_BY_LETTER.test(before) && !BEGINS_SENTENCE.test(after);
}
