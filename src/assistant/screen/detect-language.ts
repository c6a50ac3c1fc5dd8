import type { LanguageProfile } from './compile-rules.ts';
import type { MessageView } from './message-view.ts';
import type { Token } from './token.ts';

/** Share of words in another script from which a message is written in it. */
const FOREIGN_SHARE = 0.4;
/** Share of words that are function words of a language from which a message is written in it. */
const FUNCTION_WORD_SHARE = 0.2;
const SHORT = 4;

const scriptTests = new Map<string, RegExp>();

function scriptOf(word: string, scripts: Iterable<string>): string | null {
  for (const script of scripts) {
    let test = scriptTests.get(script);
    if (!test) {
      test = new RegExp(`\\p{Script=${script}}`, 'u');
      scriptTests.set(script, test);
    }
    if (test.test(word)) return script;
  }
  return null;
}

/** Chinese and Japanese tokens are single characters: about two make a word. */
const weight = (script: string | null): number =>
  script === 'Han' || script === 'Hiragana' || script === 'Katakana' ? 0.5 : 1;

function byScript(tokens: readonly Token[], profile: LanguageProfile): string | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { word, number } of tokens) {
    if (number !== null) continue;
    const script = scriptOf(word, profile.scripts.keys());
    total += weight(script);
    if (script) counts.set(script, (counts.get(script) ?? 0) + weight(script));
  }
  const foreign = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [script] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null];
  if (script === null || foreign < 1 || foreign / total < FOREIGN_SHARE) return null;
  return profile.scripts.get(script) ?? null;
}

function byFunctionWords(tokens: readonly Token[], profile: LanguageProfile): string | null {
  const count = (code: string): number => {
    const words = profile.functionWords.get(code);
    return tokens.filter(({ word }) => words?.has(word)).length;
  };
  const english = count('en');
  const others = [...profile.functionWords.keys()].filter((code) => code !== 'en');
  const [best] = others.map((code) => ({ code, hits: count(code) })).sort((a, b) => b.hits - a.hits);
  if (!best || best.hits <= english) return null;
  if (tokens.length <= SHORT) return english === 0 && best.hits * 2 >= tokens.length ? best.code : null;
  return best.hits >= 2 && best.hits / tokens.length >= FUNCTION_WORD_SHARE ? best.code : null;
}

/**
 * The language a message is plainly written in, or null where that is not certain. Broken English, a foreign word, a list
 * of drug names or a short message stay uncertain, and so are read as English.
 */
export function detectLanguage({ tokens }: MessageView, profile: LanguageProfile): string | null {
  const script = byScript(tokens, profile);
  const words = byFunctionWords(tokens, profile);
  return script !== null && !isInOwnScript(words, profile) ? script : words;
}

/** Urdu is told from Arabic, whose script it shares, by its function words. */
function isInOwnScript(code: string | null, { functionWords, scripts }: LanguageProfile): boolean {
  const [word = ''] = functionWords.get(code ?? '') ?? [];
  return scriptOf(word, scripts.keys()) !== null;
}
