import type { EvidenceUnit, Passage } from '#domain/passage.ts';
import { listFigures, type PlacedFigure } from './list-figures.ts';
import type { Proposal } from './proposal.ts';
import { verbatim } from './verbatim.ts';
import type { InSentence } from './word-case.ts';

/** What has a verb of its own is no subject. */
const SENTENCE = /\s(?:is|are|was|were|has|have|had|can|may|will)\s/u;

/** A subject that names what it is about. */
const NAMES =
  /^(?!(?:it|this|that|these|those|they|he|she|we|you|there|here|both|most|some|many|about|in|at|with|after|before|for|during|among|from)\b)\p{Lu}/iu;

const BE = /^(?<subject>[^,;:—]{3,80}?)\s(?<verb>is|are|was|were)\s(?:typically|usually|about|around|generally)?\s?$/u;
const LAST = /^(?<subject>[^,;:—]{3,80}?)\s(?<verb>takes?|lasts?)\s(?:about|around|typically|usually)?\s?$/u;
const OCCUR =
  /^(?<subject>[^,;:—]{3,80}?)\s(?<verb>occurs|occurred|occur|was reported|were reported|was seen|were seen)\s(?:in|by)\s(?:about|around|only)?\s?$/u;

/** A question about the figure in the words of the sentence, where the words before it are the kind that can be turned round. */
function turnRound(before: string, after: string, { isTime }: PlacedFigure, inSentence: InSentence): string | null {
  const ask = (pattern: RegExp, say: (subject: string, verb: string) => string): string | null => {
    const { subject = '', verb = '' } = pattern.exec(before)?.groups ?? {};
    return NAMES.test(subject) && !SENTENCE.test(subject) ? say(inSentence(subject), verb) : null;
  };
  const rest = /^\s(?:of (?:people|patients|cases|users)\s)?((?:after|with|during|in)\s[^.,;:—()]{3,60})/u.exec(
    after,
  )?.[1];
  const tail = rest === undefined ? '' : ` ${rest.trim()}`;
  return (
    ask(OCCUR, (subject, verb) => {
      const [help = '', main = ''] = verb.includes(' ') ? verb.split(' ') : ['', ''];
      const did = { occurs: 'does', occur: 'do' }[verb] ?? 'did';
      return main === '' ? `How often ${did} ${subject} occur${tail}?` : `How often ${help} ${subject} ${main}${tail}?`;
    }) ??
    (isTime
      ? ask(LAST, (s, verb) => `How long ${verb.endsWith('s') ? 'does' : 'do'} ${s} ${verb.replace(/s$/u, '')}?`)
      : null) ??
    ask(BE, (subject, verb) => `What ${verb} ${subject}?`)
  );
}

/** The sentence with a gap: for a person to put into words. */
function withGap(text: string, { start, end }: PlacedFigure, passage: Passage, title: string): string {
  const where = [title, ...passage.headingPath].at(-1) ?? title;
  return `${where}: which figure is missing in "${text.slice(0, start)}…${text.slice(end)}"`;
}

/** A question for the first figure of each sentence that has one; headings and table rows have their own. */
export function proposeFromNumbers(passage: Passage, title: string, inSentence: InSentence): Proposal[] {
  if (passage.table !== null) return [];
  return passage.units.flatMap((unit: EvidenceUnit): Proposal[] => {
    const figure = listFigures(unit.text)[0];
    const words = unit.text.split(/\s+/u).length;
    if (figure === undefined || words < 4 || words > 60) return [];
    const turned =
      unit.label === null
        ? turnRound(unit.text.slice(0, figure.start), unit.text.slice(figure.end), figure, inSentence)
        : null;
    const question = turned ?? withGap(unit.text, figure, passage, title);
    return [{ question, fact: [figure.fact], passage, words: verbatim(unit, passage), from: 'number' }];
  });
}
