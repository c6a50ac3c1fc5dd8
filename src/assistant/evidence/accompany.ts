import type { Ask } from '#assistant/ask/ask.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import type { SentenceRole } from '#domain/outcome.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import { correctPremise } from './correct-premise.ts';
import { findCaveat } from './find-caveat.ts';
import { findDisagreement } from './find-disagreement.ts';
import { findFigures } from './find-figures.ts';
import { type LimitationSource, listLimitations } from './list-limitations.ts';
import { listSayable } from './list-sayable.ts';
import { readPremise } from './read-premise.ts';
import { statesEffect } from './states-effect.ts';

export interface Accompanied {
  readonly sentences: ReadonlyArray<{ readonly candidate: Candidate; readonly role?: SentenceRole }>;
  readonly premise: 'corrected' | null;
}

/** Sentences kept beside a correction. */
const BESIDE = 2;

/**
 * What an answer owes beside what was chosen for it: first the sentence that corrects what the question takes for granted,
 * another source's figure right after the one it disagrees with, a limitation of the first figure of effect or harm last.
 */
export async function accompany(
  ask: Ask,
  chosen: readonly Candidate[],
  retrieved: readonly RetrievedPassage[],
  reader: AskReader,
  source: LimitationSource,
  signal: AbortSignal,
): Promise<Accompanied> {
  const rules = reader.evidenceRules;
  const premise = readPremise(ask.text, rules.premises);
  const hasFigure = chosen.some(({ text }) => findFigures(text, rules.figures).length > 0);
  const sayable = premise || hasFigure ? listSayable(ask, retrieved, reader) : [];
  const correction = premise ? correctPremise(premise, sayable, reader, rules) : null;
  const others = chosen.filter(({ text }) => text !== correction?.text);
  const said = correction ? [correction, ...others.slice(0, BESIDE)] : [...chosen];
  const found = findDisagreement(ask, said, sayable, reader, rules.figures);
  const sentences = said.flatMap((candidate): Array<Accompanied['sentences'][number]> => {
    if (candidate !== found?.to) return [{ candidate }];
    return [{ candidate }, { candidate: found.other, role: 'other_source' }];
  });
  const spoken = sentences.map(({ candidate }) => candidate);
  const caveat = await findFirstCaveat(spoken, reader, source, signal);
  return {
    sentences: caveat ? [...sentences, { candidate: caveat, role: 'caveat' }] : sentences,
    premise: correction ? 'corrected' : null,
  };
}

/** A limitation of the first sentence of effect or harm that has one. */
async function findFirstCaveat(
  spoken: readonly Candidate[],
  reader: AskReader,
  source: LimitationSource,
  signal: AbortSignal,
): Promise<Candidate | null> {
  const { figures } = reader.evidenceRules;
  for (const figure of spoken.filter((candidate) => statesEffect(candidate, figures))) {
    const caveat = findCaveat(figure, spoken, await listLimitations(figure, reader, source, signal), figures);
    if (caveat) return caveat;
  }
  return null;
}
