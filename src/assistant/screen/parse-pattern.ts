import { normaliseText } from './normalise-text.ts';
import type { Atom, Pattern, Sequence, Step, Term } from './pattern.ts';
import { stripArabicArticle } from './strip-arabic-article.ts';

const MAX_GAP = 12;
const LEXEME = /\s+|<[a-z0-9@.-]+>|#(?:\d+(?:\.\d+)?-\d+(?:\.\d+)?)?|\.\.\d+|[()|?]|[^\s<>()|?#]+/gu;
const IS_PLAIN = /^[a-z0-9*]+$/u;
const IS_PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/u;
const IS_CHARACTER_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function fail(problem: string, source: string): never {
  throw new Error(`${problem} in pattern "${source}"`);
}

function wordAtoms(lexeme: string): Atom[] {
  const plain = IS_PLAIN.test(lexeme);
  const text = plain ? lexeme : normaliseText(lexeme).text;
  if (plain && !lexeme.includes('*')) return [{ kind: 'word', word: lexeme }];
  if (IS_CHARACTER_SCRIPT.test(text)) return Array.from(text, (word) => ({ kind: 'word', word }));
  if (text.endsWith('*')) return [{ kind: 'prefix', prefix: stripArabicArticle(text.slice(0, -1)) }];
  if (text.startsWith('*')) return [{ kind: 'suffix', suffix: text.slice(1) }];
  return [{ kind: 'word', word: stripArabicArticle(text) }];
}

/** Every way to read a sequence with optional steps: with them and without. */
function withoutOptional(steps: ReadonlyArray<Step & { optional: boolean }>): Sequence[] {
  let sequences: Step[][] = [[]];
  for (const { optional, atom, gap } of steps) {
    const longer = sequences.map((sequence) => [...sequence, { atom, gap }]);
    sequences = optional ? [...longer, ...sequences] : longer;
  }
  return sequences.filter((sequence) => sequence.length > 0);
}

/**
 * Reads a sequence: `word`, `prefix*`, `*suffix`, `<list>`, `#` (a number), `#35-42`, `..3` (up to three words between),
 * `(a|b c)` (either), `x?` (may be missing).
 */
export function parseSequence(source: string): Sequence[] {
  if (IS_PLAIN_WORDS.test(source)) {
    return [source.split(' ').map((word) => ({ atom: { kind: 'word', word }, gap: 0 }))];
  }
  const lexemes = Array.from(source.matchAll(LEXEME), ([lexeme]) => lexeme).filter((lexeme) => lexeme.trim() !== '');
  let at = 0;
  const readSteps = (): Sequence[] => {
    const steps: Array<Step & { optional: boolean }> = [];
    let gap = 0;
    const add = (atom: Atom): void => {
      steps.push({ atom, gap: steps.length === 0 ? 0 : gap, optional: false });
      gap = 0;
    };
    for (; at < lexemes.length; at += 1) {
      const lexeme = lexemes[at] ?? '';
      if (lexeme === '|' || lexeme === ')') break;
      if (lexeme === '?') {
        const last = steps.pop() ?? fail('"?" after nothing', source);
        steps.push({ ...last, optional: true });
      } else if (lexeme === '(') {
        const options: Sequence[] = [];
        do {
          at += 1;
          options.push(...readSteps());
        } while (lexemes[at] === '|');
        if (lexemes[at] !== ')') fail('missing ")"', source);
        add({ kind: 'group', options });
      } else if (lexeme.startsWith('..')) {
        gap = Number(lexeme.slice(2));
        if (gap > MAX_GAP) fail(`gap over ${MAX_GAP}`, source);
      } else if (lexeme.startsWith('#')) {
        const [min, max] = lexeme.slice(1).split('-').map(Number);
        add({ kind: 'number', min: lexeme === '#' ? 0 : (min ?? 0), max: lexeme === '#' ? Infinity : (max ?? 0) });
      } else if (lexeme.startsWith('<')) {
        add({ kind: 'list', name: lexeme.slice(1, -1) });
      } else {
        for (const atom of wordAtoms(lexeme)) add(atom);
      }
    }
    return withoutOptional(steps);
  };
  const sequences = readSteps();
  if (at < lexemes.length) fail('unexpected ")" or "|"', source);
  if (sequences.length === 0) fail('nothing to match', source);
  return sequences;
}

function parseTerm(source: string): Term {
  const role = source.startsWith('!') ? 'absent' : source.startsWith('+') ? 'context' : 'evidence';
  return { role, options: parseSequence(role === 'evidence' ? source : source.slice(1)) };
}

/** Reads `term & +context & !absent ~8`; after `~`: a number of tokens, `s` (sentence, the default) or `m` (message). */
export function parsePattern(source: string): Pattern {
  const window = /\s~(\d+|s|m)$/u.exec(source);
  const terms = (window ? source.slice(0, window.index) : source).split(' & ').map((part) => parseTerm(part.trim()));
  if (!terms.some((term) => term.role === 'evidence')) fail('no evidence term', source);
  const size = window?.[1] ?? 's';
  return { terms, within: size === 's' ? 'sentence' : size === 'm' ? 'message' : Number(size) };
}
