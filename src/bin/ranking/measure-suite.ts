import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RetrievedPassage } from '#domain/passage.ts';
import { createReadCorpus } from '#knowledge/ingest/read-corpus.ts';
import { readGlossary } from '#knowledge/organisation/read-glossary.ts';
import type { Retrieve } from '#knowledge/ranking/create-retrieve.ts';
import { type MeasureDeps, openSearch, type Way } from './open-search.ts';

const caseSchema = z.object({
  id: z.string(),
  turns: z.array(z.string()).min(1),
  split: z.string(),
  expected: z.object({ outcome: z.string() }),
  /** Of each list one must stand in the answer. */
  facts: z.object({ required: z.array(z.array(z.string())) }),
});

export type SuiteCase = z.infer<typeof caseSchema>;

export interface SuiteMeasure {
  readonly found: number;
  readonly asked: number;
  /** Ids of those whose facts are not all there. */
  readonly missed: readonly string[];
}

const firstPassages = 3;

/** The cases of one turn and one split that the documents answer; what is to be found for a follow-up is no ranking. */
export async function readSuite(path: string, split: string): Promise<SuiteCase[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines
    .map((line) => caseSchema.parse(JSON.parse(line)))
    .filter((one) => one.split === split && one.turns.length === 1 && one.facts.required.length > 0)
    .filter((one) => one.expected.outcome === 'answered');
}

/** For how many cases the first three passages hold every fact, in each way of searching `corpusDir`. */
export async function measureSuite(
  cases: readonly SuiteCase[],
  corpusDir: string,
  deps: MeasureDeps,
): Promise<ReadonlyMap<Way, SuiteMeasure>> {
  const glossary = await readGlossary(join(corpusDir, 'glossary.yaml'));
  const results = new Map<Way, SuiteMeasure>();
  for (const [way, retrieve] of await openSearch(createReadCorpus(corpusDir)([corpusDir]), glossary, deps)) {
    const missed: string[] = [];
    for (const one of cases) if (!(await holdsFacts(one, retrieve))) missed.push(one.id);
    results.set(way, { found: cases.length - missed.length, asked: cases.length, missed });
  }
  return results;
}

async function holdsFacts({ turns, facts }: SuiteCase, retrieve: Retrieve): Promise<boolean> {
  const text = (await retrieve(turns[0] ?? '', { k: firstPassages })).map(readableText).join('\n').toLowerCase();
  return facts.required.every((ways) => ways.some((fact) => text.includes(fact.toLowerCase())));
}

/** As stored and as read without marks: facts may be written either way. */
function readableText({ passage }: RetrievedPassage): string {
  return [passage.text, ...passage.units.map((unit) => unit.text)].join('\n');
}
