import type { Ask } from '#assistant/ask/ask.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import type { Candidate } from './candidate.ts';
import { type LinearPart, weigh } from './evidence-model.ts';
import { listCandidates } from './list-candidates.ts';
import { matchHeading } from './match-heading.ts';
import { type Features, measureCandidate } from './measure-candidate.ts';

export interface Ranked {
  readonly candidate: Candidate;
  readonly features: Features;
  readonly score: number;
}

/** Everything the passages could say, best first by the model; standing sentences of documents are never said. */
export function rankCandidates(
  ask: Ask,
  retrieved: readonly RetrievedPassage[],
  reader: AskReader,
  ranking: LinearPart,
): Ranked[] {
  const topScore = retrieved[0]?.score ?? 0;
  const ranked: Ranked[] = [];
  for (const [rank, passage] of retrieved.entries()) {
    const match = matchHeading(ask, passage, reader);
    const retrieval = topScore > 0 ? Math.max(0, passage.score) / topScore : 0;
    for (const candidate of listCandidates(passage, ask, reader)) {
      if (reader.neverSaid.some((pattern) => pattern.test(candidate.text))) continue;
      const features = measureCandidate(ask, candidate, { match, retrieval, rank }, reader);
      ranked.push({ candidate, features, score: weigh(ranking, features) });
    }
  }
  // Array.sort is stable: equal scores stay in the order of retrieval and of the document.
  return ranked.sort((a, b) => b.score - a.score);
}
