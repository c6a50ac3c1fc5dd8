import type { Ask } from '#assistant/ask/ask.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import type { Candidate } from './candidate.ts';
import { coverage } from './coverage.ts';
import { saysVerdictOnAnother } from './gives-verdict.ts';
import { isSufficient, missingConcepts } from './is-sufficient.ts';
import { listCandidates } from './list-candidates.ts';
import { matchHeading, SAME_QUESTION } from './match-heading.ts';
import { type Scored, scoreCandidate } from './score-candidate.ts';
import { speaksOfItself } from './speaks-of-itself.ts';

const MAX_SENTENCES = 3;
const MAX_WORDS = 120;
/** A further sentence must be nearly as good as the first. */
const NEARLY = 0.9;
/** How much less of the question a further sentence may carry. */
const LESS = 0.05;
/** From here on two sentences say the same. */
const SAME = 0.6;

export type Extract =
  | { readonly found: true; readonly sentences: readonly [Candidate, ...Candidate[]] }
  | { readonly found: false; readonly missing: readonly string[] };

const words = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

function overlap(a: Candidate, b: Candidate): number {
  const left = new Set(a.own.stems);
  const right = new Set(b.own.stems);
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

function fits(chosen: readonly Candidate[], next: Candidate): boolean {
  const length = chosen.reduce((sum, c) => sum + words(c.text), words(next.text));
  return length <= MAX_WORDS && chosen.every((c) => c.text !== next.text && overlap(c, next) < SAME);
}

/** When a heading asks the very question, its answer is read on in order, from the fact asked for. */
function readOn(ask: Ask, best: Scored, all: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [best.candidate];
  if (best.match < SAME_QUESTION) return chosen;
  const { passage } = best.candidate.retrieved;
  const from = ask.type?.needs ? best.candidate.position : 0;
  const answer = all
    .filter((c) => c.retrieved.passage.id === passage.id && c.position >= from && c !== best.candidate)
    .sort((a, b) => a.position - b.position);
  for (const candidate of answer) {
    if (chosen.length < MAX_SENTENCES && fits(chosen, candidate)) chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.position - b.position);
}

function addSides(ask: Ask, chosen: Candidate[], usable: readonly Scored[]): void {
  for (const side of ask.sides ?? []) {
    if (chosen.some((candidate) => coverage(side, candidate) >= 0.9)) continue;
    const best = usable.find(({ candidate }) => coverage(side, candidate) >= 0.9 && fits(chosen, candidate));
    if (best) chosen.push(best.candidate);
  }
}

function missingTerms(ask: Ask, all: readonly Candidate[]): string[] {
  const [nearest] = all.map((candidate) => missingConcepts(ask, candidate)).sort((a, b) => a.length - b.length);
  return (nearest ?? ask.concepts).map((concept) => concept.surface);
}

/** Standing sentences are never said, what the organisation says of itself only when it is asked about. */
function maySay(text: string, ask: Ask, reader: AskReader): boolean {
  if (reader.neverSaid.some((pattern) => pattern.test(text))) return false;
  return ask.aboutOrganisation || !speaksOfItself(text, reader.organisationNames);
}

/** The best one to four verbatim sentences for a question, or what the documents lack. Deterministic. */
export function composeExtract(ask: Ask, retrieved: readonly RetrievedPassage[], reader: AskReader): Extract {
  const topScore = retrieved[0]?.score ?? 0;
  const all: Candidate[] = [];
  const usable: Scored[] = [];
  for (const passage of retrieved) {
    const match = matchHeading(ask, passage, reader);
    const retrieval = topScore > 0 ? Math.max(0, passage.score) / topScore : 0;
    for (const candidate of listCandidates(passage, ask, reader)) {
      if (!maySay(candidate.text, ask, reader) || saysVerdictOnAnother(ask, candidate)) continue;
      all.push(candidate);
      if (isSufficient(ask, candidate, match)) usable.push(scoreCandidate(ask, candidate, { match, retrieval }));
    }
  }
  usable.sort((a, b) => b.score - a.score);
  const [best, ...rest] = usable;
  if (!best) return { found: false, missing: missingTerms(ask, all) };
  const chosen = readOn(ask, best, all);
  addSides(ask, chosen, usable);
  for (const { candidate, score, carried } of rest) {
    if (chosen.length >= MAX_SENTENCES || score < NEARLY * best.score) break;
    if (carried >= best.carried - LESS && fits(chosen, candidate)) chosen.push(candidate);
  }
  const [first = best.candidate, ...others] = chosen;
  return { found: true, sentences: [first, ...others] };
}
