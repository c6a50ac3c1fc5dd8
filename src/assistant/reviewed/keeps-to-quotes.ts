import { plainText } from '#knowledge/passages/plain-text.ts';
import { findFigures, sameFigure } from './find-figures.ts';
import type { AnswerSentence } from './reviewed-answer.ts';

/** Plainly says no. */
const DENIES = /\b(?:no|not|never|none|nor|neither|without|cannot|nothing|nobody)\b|n['’]t\b/iu;
/** Says no in other words too: enough to carry a denial, too weak to demand one. */
const DENIES_SOMEHOW =
  /\b(?:non|un\p{L}+|in(?:sufficient|adequate|effective|complete)|lack\w*|absen\w+|fail\w*|eliminat\w+|exclud\w+|free of|rather than|instead of|unlike|rarely|few|limited|only|investigational|outside)\b/iu;
/** Speaks of a difference: "+15%" is one, "15%" of people is none. */
const CHANGES =
  /\b(?:more|less|fewer|higher|lower|longer|shorter|better|worse|gain|points?|ris(?:e|es|ing)|rose|fell|fall|drop\w*|increas\w*|decreas\w*|reduc\w*|improv\w*)\b|[+−]\d/iu;

const listed = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(', ');

/**
 * What a plain-language sentence says that its quotes do not: a figure they do not hold, a denial they do not make or one of
 * theirs that it lost. Words are a person's to choose; these three are where a slip turns a fact round. Empty when it keeps.
 */
export function keepsToQuotes({ text, cites }: AnswerSentence): string[] {
  const quotes = cites.map(({ quote }) => plainText(quote));
  const speaksOfChange = CHANGES.test(text);
  const quoted = quotes.flatMap((quote) => findFigures(quote)).filter(({ signed }) => speaksOfChange || !signed);
  const figures = findFigures(text).filter((said) => !quoted.some((figure) => sameFigure(said, figure)));
  const denies = DENIES.test(text);
  const problems: string[] = [];
  if (figures.length > 0) problems.push(`${listed(figures.map(({ said }) => said))} does not stand so in its quotes`);
  if (!denies && !DENIES_SOMEHOW.test(text) && quotes.some((quote) => DENIES.test(quote)))
    problems.push('its quote says "not" or "no" and the sentence does not');
  if (denies && !quotes.some((quote) => DENIES.test(quote) || DENIES_SOMEHOW.test(quote)))
    problems.push('it says "not" or "no" and its quotes do not');
  return problems.map((problem) => `"${text}": ${problem}`);
}
