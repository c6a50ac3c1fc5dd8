/**
 * British spellings and their American form. Only sameness counts, not correctness: both sides of a comparison pass
 * through the same rules, so "exercise" may become "exercize" without harm. Each rule names a word family whose two
 * spellings occur in medical writing; `our` is a closed list because "hour", "four" and "your" are no variants.
 */
const rules: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /^((?:non|anti|post|micro)?(?:tum|col|fav|behavi|hum|od|vap|lab|neighb|harb|rum|endeav|hon|flav|rig|vig|sav))our/,
    '$1or',
  ],
  [/ys(e[drs]?|ing)$/, 'yz$1'],
  [/is(e[drs]?|ing|able|ations?|ational|ationally)$/, 'iz$1'],
  [/haem/, 'hem'],
  [/aemi(?=[ac])/, 'emi'],
  [/^(an|is)ae/, '$1e'],
  [/^(orthop|p|gyn|enc|c|f|prec|caps|prim|tri|vertebr)ae(?=[a-z])/, '$1e'],
  [/aetiol/, 'etiol'],
  [/(?<=^|[a-z])oe(?=soph|dem|str|nolog)/, 'e'],
  [/^foet/, 'fet'],
  [/rrhoea/, 'rrhea'],
  [/pnoea/, 'pnea'],
  [/^coeli/, 'celi'],
  [/^(cent|fib|lit|met|theat|calib|spect|sab|goit|tit)re(s|d)?$/, '$1er$2'],
  [/^(catal|dial|anal|hom|monol|epil)ogue/, '$1og'],
  [/^(travel|cancel|label|model|counsel|signal|fuel|channel|total|equal|level)l(?=ed|ing|er|or)/, '$1'],
  [/^(def|off|lic|pret)ence/, '$1ense'],
  [/^practi[cs]e/, 'practize'],
  [/^programme(s?)$/, 'program$1'],
  [/^sulph/, 'sulf'],
  [/^grey/, 'gray'],
  [/^ageing$/, 'aging'],
  [/^(fulfil|enrol|instal|distil)(s|ment|ments)?$/, '$1l$2'],
  [/^(judg|acknowledg)ement/, '$1ment'],
  [/^anaesth/, 'anesth'],
  [/^whilst$/, 'while'],
];

/** Holds for every word that some rule changes: most words need no second look. */
const mayChange =
  /our|ys[ei]|is[eia]|[ao]e|re[sd]?$|ogue|ll|ence$|practi|programme|sulph|grey|ageing|ful|enrol|instal|distil|gement|whilst/;

/** A lower-case English word in the one spelling that stands for all its variants. */
export function foldSpelling(word: string): string {
  if (!mayChange.test(word)) return word;
  let folded = word;
  for (const [pattern, replacement] of rules) folded = folded.replace(pattern, replacement);
  return folded;
}
