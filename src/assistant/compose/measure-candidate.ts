import type { Ask } from '#assistant/ask/ask.ts';
import type { Lexicon } from '#assistant/ask/find-concepts.ts';
import { inverseDocumentFrequency } from '#assistant/ask/vocabulary.ts';
import { isAskedRow, isOtherFigure, namesWanted, showsCounted, showsKind, speaksOfKind } from './answers-kind.ts';
import type { Candidate } from './candidate.ts';
import { type Covered, coverConcepts } from './cover-concepts.ts';
import { CARRIED, shareOf } from './coverage.ts';
import { focusShare, headedShare, isAboutAnother, narrowsTo } from './same-subject.ts';
import { definesSubject, isPullQuote, isVerdict, leansOnOthers } from './sentence-form.ts';
import { speaksOfItself } from './speaks-of-itself.ts';

/** Below this, not even a word near in meaning stands there. */
const NEARLY_CARRIED = 0.24;
/** Words from which on a sentence counts as long. */
const LONG_WORDS = 12;

export interface Standing {
  /** How well the heading asks the same question, 0 to 1. */
  readonly match: number;
  /** Score of the passage over that of the best, 0 to 1. */
  readonly retrieval: number;
  /** Place of the passage among those found, from 0. */
  readonly rank: number;
}

/** What a question and a candidate have to do with each other, by name; see `measureCandidate`. */
export type Features = Readonly<Record<string, number>>;

const flag = (is: boolean): number => (is ? 1 : 0);

/** The cosine of the question and the words of the candidate; 0 where there are no vectors. */
function cosineOf({ retrieved, quotes }: Candidate): number {
  const { passage, unitCosines } = retrieved;
  const unit = passage.units.findIndex(({ end }) => end > quotes[0].start);
  return unitCosines?.[Math.max(0, unit)] ?? 0;
}

/** Weights as shares of the greatest there can be, so that they mean the same in a small corpus and a large one. */
function relativeWeights(lexicon: Lexicon): (covered: Covered) => number {
  const greatest = inverseDocumentFrequency('', { size: lexicon.vocabulary.size, documentFrequency: () => 0 });
  return ({ concept }) => Math.min(1, concept.weight / greatest);
}

/** Features by how the candidate carries what the question is about. */
function measureCoverage(ask: Ask, candidate: Candidate, lexicon: Lexicon) {
  const covered = coverConcepts(ask, candidate);
  const weight = relativeWeights(lexicon);
  const total = covered.reduce((sum, one) => sum + weight(one), 0);
  const share = (of: (one: Covered) => number) =>
    total === 0 ? 1 : covered.reduce((sum, one) => sum + weight(one) * of(one), 0) / total;
  const missing = covered.filter(({ anywhere }) => anywhere < CARRIED);
  const farFrom = covered.filter(({ nearly }) => nearly < NEARLY_CARRIED);
  const weighed = (list: readonly Covered[]) => list.reduce((sum, one) => sum + weight(one), 0);
  const demanded = (list: readonly Covered[]) => list.filter(({ concept }) => !concept.optional);
  const anywhereIn = (optional: boolean) => covered.filter(({ concept }) => concept.optional === optional);
  const shareAmong = (list: readonly Covered[]) => {
    const found = new Map(list.map((one) => [one.concept, one.anywhere]));
    return shareOf([...found.keys()], (concept) => found.get(concept) ?? 0);
  };
  return {
    carried: shareAmong(anywhereIn(false)),
    preferred: anywhereIn(true).length === 0 ? 0 : shareAmong(anywhereIn(true)),
    carriedNearly: share(({ nearly }) => nearly),
    carriedClose: share(({ own, near }) => Math.max(own, near)),
    carriedOwn: share(({ own }) => own),
    missingNames: missing.filter(({ concept }) => concept.essential).length,
    missingDemanded: weighed(demanded(missing)),
    missingFar: weighed(demanded(farFrom)),
    missingWords: missing.length,
    missingFarWords: farFrom.length,
  };
}

/**
 * Measures a candidate against a question. Shares and flags lie in 0…1, counts are counts, cosines lie in −1…1. The model
 * in `prompts/answer/evidence-model.json` weighs them; a feature that it does not name has no say.
 */
export function measureCandidate(ask: Ask, candidate: Candidate, standing: Standing, lexicon: AskLexicon): Features {
  const { match, retrieval, rank } = standing;
  const { passage, unitCosines } = candidate.retrieved;
  const isAnswer = match >= 0.6;
  const headed = headedShare(ask, candidate);
  const words = candidate.text.split(/\s+/u).length;
  const coverage = measureCoverage(ask, candidate, lexicon);
  // Written out, not spread: hundreds of these are made for a question, and a spread one is a slow dictionary.
  return {
    carried: coverage.carried,
    preferred: coverage.preferred,
    carriedNearly: coverage.carriedNearly,
    carriedClose: coverage.carriedClose,
    carriedOwn: coverage.carriedOwn,
    missingNames: coverage.missingNames,
    missingDemanded: coverage.missingDemanded,
    missingFar: coverage.missingFar,
    missingWords: coverage.missingWords,
    missingFarWords: coverage.missingFarWords,
    match,
    retrieval,
    rank: 1 / (1 + rank),
    cosine: cosineOf(candidate),
    passageCosine: unitCosines === null ? 0 : Math.max(...unitCosines, -1),
    typed: showsKind(ask, candidate),
    notTyped: flag(ask.type?.needs?.test(candidate.text) === false),
    ofKind: flag(speaksOfKind(ask, candidate)),
    otherFigure: flag(isOtherFigure(ask, candidate)),
    notCounted: flag(ask.counted !== null && !showsCounted(ask.counted, candidate)),
    wanted: namesWanted(ask, candidate),
    askedRow: flag(isAskedRow(ask, candidate)),
    another: flag(isAboutAnother(ask, candidate)),
    headed,
    focus: focusShare(ask, candidate),
    narrows: flag(narrowsTo(ask, candidate)),
    context: ask.context.length > 0 ? shareOf(ask.context, (c) => coverContext(c, candidate)) : 0,
    defines: flag(definesSubject(ask, candidate)),
    lead: flag(candidate.position === 0),
    position: Math.min(3, candidate.position),
    leaning: flag(leansOnOthers(candidate) && !isAnswer && headed === 0),
    verdict: flag(isVerdict(candidate) && !isAnswer),
    pullQuote: flag(isPullQuote(candidate)),
    ofItself: flag(!ask.aboutOrganisation && speaksOfItself(candidate.text, lexicon.organisationNames)),
    answersHeading: flag(passage.kind === 'question_answer'),
    row: flag(candidate.kind === 'row'),
    long: Math.max(0, words - LONG_WORDS),
  };
}

const coverContext = (concept: Covered['concept'], candidate: Candidate): number =>
  coverConcepts({ concepts: [{ ...concept, plain: false }] }, candidate)[0]?.anywhere ?? 0;

export type AskLexicon = Lexicon & { readonly organisationNames: readonly string[] };
