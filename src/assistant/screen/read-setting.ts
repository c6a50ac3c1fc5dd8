import { lowerBound } from './lower-bound.ts';
import type { Hit, MessageView } from './message-view.ts';

/** How far after "if she ever" or "the dog" what it speaks of may stand. */
const SUPPOSED_REACH = 3;
const ANIMAL_REACH = 8;
/** How far into a sentence "that was in 2019" may begin and still date the sentence before. */
const OPENING = 4;

/** Where a sign is told of without happening to somebody now: a time long over, a supposition, a story, an animal. */
export interface Setting {
  readonly isOver: (hit: Hit) => boolean;
  readonly isSupposed: (hit: Hit) => boolean;
  readonly isTold: (hit: Hit) => boolean;
  /** Somebody who is not the patient has it, or it is only asked about, or it has gone: too little for a weaker sign. */
  readonly isRemote: (hit: Hit) => boolean;
}

export function readSetting(view: MessageView, isPresent: (sentence: number) => boolean): Setting {
  const sentenceOf = (token: number): number => view.tokens[token]?.sentence ?? -1;
  const startsOf = (name: string): ReadonlySet<number> => new Set(view.list(name).map(({ start }) => start));
  const sentencesWith = (cues: readonly Hit[]): ReadonlySet<number> =>
    new Set(cues.map(({ start }) => sentenceOf(start)));
  const breaks = startsOf('scope.break');
  const subjects = startsOf('scope.subject');
  const intoSentence = ({ start }: Hit): number => start - (view.sentences[sentenceOf(start)]?.start ?? 0);

  /** "That was 2019" dates the sentence before; "none since" closes its own and the one before. */
  const over = new Set<number>();
  for (const cue of view.list('scope.dates-before')) {
    if (intoSentence(cue) <= OPENING) over.add(sentenceOf(cue.start) - 1);
  }
  for (const cue of view.list('scope.never-since')) {
    over.add(sentenceOf(cue.start));
    over.add(sentenceOf(cue.start) - 1);
  }

  const supposed = view.list('scope.supposed');
  const warned = view.list('scope.warned');
  const biters = view.list('scope.not-animal');
  const animals = view.list('scope.animal').filter(({ end }) => !biters.some((biter) => biter.end === end));
  const people = startsOf('scope.person');
  const relatives = sentencesWith(view.list('relative'));
  const stories = view.list('scope.story');
  const others = view.list('scope.others');
  const askedAbout = view.list('scope.asked-about');
  const gone = sentencesWith(view.list('scope.gone'));

  /** A stop may open the match itself only right after the cue: "what if he faints", not "if I get up I faint". */
  const isFree = (from: number, start: number, stops: readonly ReadonlySet<number>[]): boolean => {
    for (let i = from; i <= start; i += 1) {
      if ((i < start || start > from) && stops.some((stop) => stop.has(i))) return false;
    }
    return true;
  };
  /** Whether a cue stands before the match in its sentence with none of the stops between. */
  const after = (cues: readonly Hit[], hit: Hit, reach: number, stops: readonly ReadonlySet<number>[]): boolean => {
    const first = view.sentences[sentenceOf(hit.start)]?.start ?? 0;
    for (let i = lowerBound(cues, first); i < cues.length; i += 1) {
      const cue = cues[i];
      if (!cue || cue.start > hit.start) return false;
      // A match may begin inside its cue: "if he has a seizure".
      if (hit.start - cue.end <= reach && isFree(cue.end, hit.start, stops)) return true;
    }
    return false;
  };
  /** "Fever 9%, sepsis 4%". */
  const isRate = ({ end }: Hit): boolean => view.tokens[end]?.after === '%' && sentenceOf(end) === sentenceOf(end - 1);

  return {
    isOver: (hit) => over.has(sentenceOf(hit.start)) && !isPresent(sentenceOf(hit.start)),
    isSupposed: (hit) =>
      after(supposed, hit, SUPPOSED_REACH, [subjects, breaks]) ||
      after(warned, hit, Number.POSITIVE_INFINITY, [subjects, breaks]),
    isTold: (hit) =>
      (!isPresent(sentenceOf(hit.start)) && after(stories, hit, Number.POSITIVE_INFINITY, [])) ||
      (!relatives.has(sentenceOf(hit.start)) && after(animals, hit, ANIMAL_REACH, [people])) ||
      isRate(hit),
    isRemote: (hit) => {
      const sentence = sentenceOf(hit.start);
      if (after(others, hit, Number.POSITIVE_INFINITY, [subjects])) return true;
      if (after(askedAbout, hit, Number.POSITIVE_INFINITY, [breaks])) return true;
      return gone.has(sentence) || gone.has(sentence + 1);
    },
  };
}
