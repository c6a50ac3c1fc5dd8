import { lowerBound } from './lower-bound.ts';
import type { Hit, MessageView } from './message-view.ts';
import { readSetting } from './read-setting.ts';
import type { ScopeName } from './rule-file.ts';

/** How far a "no" reaches: "no sign of any bleeding". */
const NEGATION_REACH = 3;
/** In a list each item is denied: "no bleeding, chest pain or trouble breathing". */
const NEGATED_LIST_REACH = 14;
/** How far after a match the "or" of its list may stand. */
const LIST_END = 4;

export type Scope = (hit: Hit, name: ScopeName) => boolean;

/** How far after a sign "in March" may stand. */
const MONTH_REACH = 3;

/** No cue is longer than this many tokens. */
const MAX_CUE = 24;

const overlaps = (a: Hit, b: Hit): boolean => a.start < b.end && b.start < a.end;

/** Whether one of the cues (sorted) that start between the tokens passes the test. */
function someBetween(cues: readonly Hit[], from: number, to: number, test: (cue: Hit) => boolean): boolean {
  for (let i = lowerBound(cues, from); i < cues.length; i += 1) {
    const cue = cues[i];
    if (!cue || cue.start > to) return false;
    if (test(cue)) return true;
  }
  return false;
}
const anyOverlaps = (cues: readonly Hit[], hit: Hit): boolean =>
  someBetween(cues, hit.start - MAX_CUE, hit.end, (cue) => overlaps(cue, hit));

/** Tells whether a match is denied, over, past, general or a manner of speaking. */
export function readScope(view: MessageView): Scope {
  const exempt = view.list('scope.not-negation');
  const negations = view.list('scope.negation').filter((cue) => !anyOverlaps(exempt, cue));
  const listNegations = new Set(view.list('scope.list-negation').map(({ start }) => start));
  const negationsAfter = view.list('scope.negation-after');
  const negationsFollowing = view.list('scope.negation-follows');
  const months = view.list('scope.past-month');
  const ended = view.list('scope.ended');
  const idioms = view.list('scope.idiom');
  const subjects = new Set(view.list('scope.subject').map(({ start }) => start));
  const plainNos = new Set(view.list('scope.plain-no').map(({ start }) => start));
  const listJoins = new Set(view.list('scope.list-join').map(({ start }) => start));
  const breaks = new Set(view.list('scope.break').map(({ start }) => start));
  const clauseOf = (token: number): number => view.tokens[token]?.clause ?? -1;
  const sentenceOf = (token: number): number => view.tokens[token]?.sentence ?? -1;
  const sentencesWith = (name: string): ReadonlySet<number> =>
    new Set(view.list(name).map(({ start }) => sentenceOf(start)));
  const pastBySentence = new Map<number, Hit[]>();
  for (const cue of [...view.list('scope.past'), ...view.list('scope.past-dated')]) {
    pastBySentence.set(sentenceOf(cue.start), [...(pastBySentence.get(sentenceOf(cue.start)) ?? []), cue]);
  }
  const datesOf = (sentence: number): readonly Hit[] => pastBySentence.get(sentence) ?? [];
  /** Years and ages, which may stand in the clause after: "a stroke, in 2014". */
  const datesBeside = new Set(view.list('scope.past-dated').map(({ start }) => start));
  const pastWhole = sentencesWith('scope.past-whole');
  const resolved = view.list('scope.not-present');
  const present = new Set(
    view
      .list('scope.present')
      .filter((cue) => !anyOverlaps(resolved, cue))
      .map(({ start }) => sentenceOf(start)),
  );
  const setting = readSetting(view, (sentence) => present.has(sentence));
  const opensQuestion = ({ start }: Hit): boolean => clauseOf(start - 1) !== clauseOf(start) || leads.has(start - 1);
  const leads = new Set(view.list('scope.question-lead').map(({ end }) => end - 1));
  /** Sentence → token from which on it is general: a question frame says nothing about what stands before it. */
  const generalFrom = new Map<number, number>();
  for (const cue of view.list('scope.general-question').filter(opensQuestion).reverse()) {
    generalFrom.set(sentenceOf(cue.start), cue.start);
  }
  for (const sentence of sentencesWith('scope.general')) generalFrom.set(sentence, 0);
  const presenting = sentencesWith('scope.presenting');
  const personal = sentencesWith('scope.personal');
  const hypotheticalFrom = new Map<number, number>();
  for (const cue of [...view.list('scope.hypothetical')].reverse())
    hypotheticalFrom.set(sentenceOf(cue.start), cue.start);
  const aboutMe = view.list('scope.mine').length > 0;

  const reaches = (cue: Hit, hit: Hit): boolean => {
    if (cue.end > hit.start || sentenceOf(cue.start) !== sentenceOf(hit.start)) return false;
    for (let i = cue.end; i < hit.start; i += 1) if (breaks.has(i)) return false;
    if (opensClause(cue, hit)) return false;
    const distance = hit.start - cue.end;
    if (clauseOf(cue.start) === clauseOf(hit.start) && distance <= NEGATION_REACH) return true;
    if (!listNegations.has(cue.start) || distance > NEGATED_LIST_REACH) return false;
    return isJoined(cue.end, hit.end + LIST_END) && isBareList(cue.end, hit.start);
  };
  /** "No pain dad is unconscious": a new subject after what a list word denies; "denies she fell" goes on. */
  const opensClause = (cue: Hit, hit: Hit): boolean => {
    if (!listNegations.has(cue.start)) return false;
    for (let i = plainNos.has(cue.start) ? cue.end : cue.end + 1; i <= hit.start; i += 1) {
      if (subjects.has(i)) return true;
    }
    return false;
  };
  /** "No fever, coughing blood" is no list; "no fever, cough or blood" is one. */
  const isJoined = (from: number, to: number): boolean => {
    for (let i = from; i < to; i += 1) if (listJoins.has(i)) return true;
    return false;
  };
  const verbs = new Set(view.list('scope.verb').map(({ start }) => start));
  const isBareList = (from: number, to: number): boolean => {
    for (let i = from; i < to; i += 1) if (verbs.has(i)) return false;
    return true;
  };
  /** A date counts for its own clause; one that opens the sentence also for the next ("In 2019, he had a fit"). */
  const dates = (cue: Hit, hit: Hit): boolean => {
    if (sentenceOf(cue.start) !== sentenceOf(hit.start)) return false;
    const apart = clauseOf(hit.start) - clauseOf(cue.start);
    const opens = sentenceOf(cue.start - 1) !== sentenceOf(cue.start);
    if (datesBeside.has(cue.start)) return apart === 0 || apart === -1 || (opens && apart > 0);
    return apart === 0 || (apart === 1 && opens);
  };
  const follows = (cue: Hit, hit: Hit, reach: number): boolean =>
    cue.start >= hit.end && cue.start - hit.end <= reach && sentenceOf(cue.start) === sentenceOf(hit.start);

  const tests: Readonly<Record<ScopeName, (hit: Hit) => boolean>> = {
    negated: (hit) =>
      someBetween(negations, hit.start - MAX_CUE, hit.start, (cue) => reaches(cue, hit)) ||
      someBetween(
        negationsAfter,
        hit.end,
        hit.end + 1,
        (cue) => follows(cue, hit, 1) && clauseOf(cue.end) !== clauseOf(cue.end - 1),
      ) ||
      // Hindi, Urdu, Bengali and Russian deny after the sign, with the clause going on: "bukhar nahi hai bas …".
      someBetween(
        negationsFollowing,
        hit.end,
        hit.end + 1,
        (cue) => follows(cue, hit, 1) && clauseOf(cue.start) === clauseOf(hit.end - 1),
      ),
    ended: (hit) => someBetween(ended, hit.end, hit.end + 8, (cue) => follows(cue, hit, 8)),
    idiom: (hit) => anyOverlaps(idioms, hit),
    past: (hit) =>
      setting.isOver(hit) ||
      pastWhole.has(sentenceOf(hit.start)) ||
      (!present.has(sentenceOf(hit.start)) && datesOf(sentenceOf(hit.start)).some((cue) => dates(cue, hit))),
    month: (hit) =>
      !present.has(sentenceOf(hit.start)) &&
      someBetween(months, hit.end, hit.end + MONTH_REACH, (cue) => follows(cue, hit, MONTH_REACH)),
    general: (hit) => {
      if (!aboutMe && (setting.isSupposed(hit) || setting.isTold(hit))) return true;
      const sentence = sentenceOf(hit.start);
      if ((hypotheticalFrom.get(sentence) ?? Number.POSITIVE_INFINITY) <= hit.start) return !aboutMe;
      return hit.end > (generalFrom.get(sentence) ?? Number.POSITIVE_INFINITY) && !personal.has(sentence) && !aboutMe;
    },
    generalReport: (hit) =>
      tests.general(hit) && (!presenting.has(sentenceOf(hit.start)) || setting.isSupposed(hit) || setting.isTold(hit)),
    remote: (hit) => setting.isRemote(hit),
  };
  return (hit, name) => tests[name](hit);
}
