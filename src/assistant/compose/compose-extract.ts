import type { Ask } from '#assistant/ask/ask.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import type { Candidate } from './candidate.ts';
import { chooseSentences } from './choose-sentences.ts';
import { coverage } from './coverage.ts';
import { asksToGiveUp, speaksOfGivingUp } from './gives-up-treatment.ts';
import { judgeEvidence } from './judge-evidence.ts';
import { missingConcepts } from './missing-concepts.ts';
import { type Ranked, rankCandidates } from './rank-candidates.ts';
import { isOfAnotherDisease } from './same-subject.ts';

export type Extract =
  | {
      readonly found: true;
      readonly sentences: readonly [Candidate, ...Candidate[]];
    }
  | { readonly found: false; readonly missing: readonly string[] };

/** The best candidate must be among so many: what comes later answers something else. */
const AMONG_FIRST = 3;

/**
 * Whether a candidate may be said at all, whatever a score says: nothing that the question names (a disease, a drug, a
 * thing that the documents do not know) is lacking in its sentence, passage, headings or title; it does not speak of another
 * disease in its place, however near (non-small for small cell lung cancer); and what is said to a
 * question about giving up a treatment speaks of that.
 */
function maySay(ask: Ask, givesUp: boolean, { candidate }: Pick<Ranked, 'candidate'>): boolean {
  if (missingConcepts(ask, candidate).some((concept) => concept.essential)) return false;
  if (isOfAnotherDisease(ask, candidate)) return false;
  return !givesUp || speaksOfGivingUp(candidate);
}

/** What may be said, best first; nothing when none of the first candidates may. */
export function listUsable(ask: Ask, ranked: readonly Ranked[]): Ranked[] {
  const givesUp = asksToGiveUp(ask);
  const best = ranked.slice(0, AMONG_FIRST).find((one) => maySay(ask, givesUp, one));
  return best ? ranked.filter((one) => one.score <= best.score && maySay(ask, givesUp, one)) : [];
}

function missingTerms(ask: Ask, ranked: readonly Ranked[]): string[] {
  const lists = ranked.map(({ candidate }) => missingConcepts(ask, candidate)).sort((a, b) => a.length - b.length);
  return (lists[0] ?? ask.concepts).map((concept) => concept.surface);
}

/** The other of two things compared gets a sentence of its own where the chosen ones say nothing of it. */
function addSides(ask: Ask, chosen: readonly Candidate[], usable: readonly Ranked[]): Candidate[] {
  const all = [...chosen];
  for (const side of ask.sides ?? []) {
    if (all.some((candidate) => coverage(side, candidate) >= 0.9)) continue;
    const best = usable.find(({ candidate }) => coverage(side, candidate) >= 0.9 && !all.includes(candidate));
    if (best) all.push(best.candidate);
  }
  return all;
}

/** The best one to four verbatim sentences for a question, or what the documents lack. Deterministic. */
export function composeExtract(ask: Ask, retrieved: readonly RetrievedPassage[], reader: AskReader): Extract {
  const { ranking, sufficiency, threshold } = reader.model;
  const ranked = rankCandidates(ask, retrieved, reader, ranking);
  const usable = listUsable(ask, ranked);
  const [best] = usable;
  if (!best || judgeEvidence(ranked, sufficiency) < threshold)
    return { found: false, missing: missingTerms(ask, ranked) };
  const [first, ...others] = addSides(ask, chooseSentences(usable), usable);
  return { found: true, sentences: [first ?? best.candidate, ...others] };
}
