import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssistantDeps } from '#assistant/create-assistant.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import { acceptRun, type Baseline } from '#evaluation/gate/baseline.ts';
import { compareRun } from '#evaluation/gate/compare-run.ts';
import type { Comparison } from '#evaluation/gate/comparison.ts';
import type { SupportJudge } from '#evaluation/judge/support-judge.ts';
import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import type { EvalTarget } from '#evaluation/run/eval-target.ts';
import { runSuites, sampleSuites } from '#evaluation/run/run-suites.ts';
import { evalsDir, loadSuites, readSettings } from '../../src/bin/evaluate/load-suites.ts';
import { type Break, openBreakableProduct } from '../support/breakable-product.ts';

/** Cases of each suite: enough that what is broken shows, few enough to run it six times. */
const SAMPLE = 60;

const settings = await readSettings();
let product: Awaited<ReturnType<typeof openBreakableProduct>>;
let verifier: SupportJudge;
let baseline: Baseline;

interface Run {
  readonly suites: readonly string[];
  readonly target?: EvalTarget;
  readonly verifier?: SupportJudge;
}

async function run({ suites: names, target = product.target, verifier: own = verifier }: Run) {
  const folder = join(evalsDir, 'suites');
  const suites = await loadSuites({ folder, names, split: 'dev', tag: null }, settings);
  return runSuites(sampleSuites(suites, SAMPLE, settings.seed), 'dev', await target.identity(), {
    target,
    verifier: own,
    judge: own,
    settings,
    jobs: 4,
    done: [],
    onRecord: () => undefined,
  });
}

/** What the gate says of a product with one part broken. */
async function compareBroken(breaks: Break | null, over: Run): Promise<Comparison> {
  product.breakWith(breaks);
  try {
    return compareRun(await run(over), baseline, settings.gate);
  } finally {
    product.breakWith(null);
  }
}

const failing = ({ findings }: Comparison): string[] =>
  findings.filter(({ fails }) => fails).map(({ suite, check }) => `${suite} ${check}`);

const SUITES = ['questions', 'near-misses', 'screening', 'caveats', 'drafts', 'retrieval', 'injection'];

beforeAll(async () => {
  product = await openBreakableProduct();
  verifier = product.verifier;
  const accepting = { acceptedOn: '2026-11-25', reason: 'The product as it is.', accepted: [] };
  baseline = acceptRun(await run({ suites: SUITES }), null, accepting);
}, 240_000);
afterAll(() => product.close());

/** Another figure wherever there is one, in passages and documents alike: the verifier in the turn sees nothing wrong. */
const otherFigures = (text: string): string => text.replaceAll(/\d/gu, (digit) => String((Number(digit) + 1) % 10));

const withOtherFigures: Break = ({ evidence }) => ({
  evidence: {
    ...evidence,
    async document(id, version) {
      const document = await evidence.document(id, version);
      return document && { ...document, text: otherFigures(document.text) };
    },
    async retrieve(query, k, signal) {
      return (await evidence.retrieve(query, k, signal)).map((found) => ({ ...found, passage: changed(found) }));
    },
  },
});

function changed({ passage }: RetrievedPassage): RetrievedPassage['passage'] {
  const { table } = passage;
  return {
    ...passage,
    text: otherFigures(passage.text),
    units: passage.units.map((unit) => ({ ...unit, text: otherFigures(unit.text) })),
    table: table && { ...table, cells: table.cells.map(otherFigures) },
  };
}

/** The sources of two sentences change places. */
function swapSources(reply: EvalReply): EvalReply {
  const [first, second] = reply.citations;
  if (!first || !second) return reply;
  const swap = (n: number) => (n === first.n ? second.n : n === second.n ? first.n : n);
  return { ...reply, citations: reply.citations.map((one) => ({ ...one, n: swap(one.n) })) };
}

describe('the gate catches, by the right metric', () => {
  it('nothing where nothing is broken', async () => {
    expect((await compareBroken(null, { suites: SUITES })).findings).toEqual([]);
  }, 120_000);

  it('a verifier of drafts that accepts everything', async () => {
    const all = { name: 'everything', supports: () => true };
    expect(failing(await compareBroken(null, { suites: ['drafts'], verifier: all }))).toContain('drafts rejects');
  });

  it('a turn whose verifier is deceived about figures', async () => {
    expect(failing(await compareBroken(withOtherFigures, { suites: ['questions'] }))).toEqual(
      expect.arrayContaining(['questions exact', 'questions right']),
    );
  }, 60_000);

  it('two sources that changed places', async () => {
    const { target } = product;
    const swapped = { ...target, ask: async (turns: readonly string[]) => (await target.ask(turns)).map(swapSources) };
    expect(failing(await compareBroken(null, { suites: ['questions'], target: swapped }))).toEqual(
      expect.arrayContaining(['questions citationRecall']),
    );
  }, 60_000);

  it('two passages that changed places in the search', async () => {
    const { target } = product;
    const swapped: EvalTarget = {
      ...target,
      async search(query, k) {
        const [first, second, ...rest] = await target.search(query, k);
        return first && second ? [second, first, ...rest] : [];
      },
    };
    expect(failing(await compareBroken(null, { suites: ['retrieval'], target: swapped }))).toContain(
      'retrieval ndcg10',
    );
  });

  it('a lower threshold of evidence', async () => {
    const lower: Break = ({ reader }) => ({
      reader: () => ({ ...reader(), model: { ...reader().model, threshold: 0.2 } }),
    });
    expect(failing(await compareBroken(lower, { suites: ['near-misses'] }))).toEqual(
      expect.arrayContaining(['near-misses abstained', 'near-misses nothingWrong']),
    );
  }, 60_000);

  it('a document that was withdrawn', async () => {
    const file = join(product.corpus, 'cik-evidence.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('status: published', 'status: withdrawn'));
    await product.citewell.ingest([]);
    try {
      const comparison = await compareBroken(null, { suites: ['questions', 'retrieval'] });
      expect(failing(comparison)).toEqual(expect.arrayContaining(['questions right', 'retrieval ndcg10']));
      expect(comparison.changed).toEqual(expect.arrayContaining(['corpus', 'index']));
    } finally {
      writeFileSync(file, text);
      await product.citewell.ingest([]);
    }
  }, 120_000);

  it('caveats that are lost', async () => {
    const without: Break = ({ evidence }) => ({
      evidence: {
        ...evidence,
        passagesOf: async () => [],
        retrieve: async (query, k, signal) =>
          query.startsWith('limitations') ? [] : evidence.retrieve(query, k, signal),
      },
    });
    expect(failing(await compareBroken(without, { suites: ['caveats'] }))).toContain('caveats accompanied');
  }, 60_000);

  it('a screen that is skipped', async () => {
    const skipped: Break = ({ screen }: AssistantDeps) => ({
      screen: {
        ...screen,
        screen: (message, state) => ({
          signals: [],
          decision: { kind: 'answer' },
          state,
          questionText: message,
          withVector: null,
        }),
        escalation: () => null,
      },
    });
    expect(failing(await compareBroken(skipped, { suites: ['screening', 'injection'] }))).toEqual(
      expect.arrayContaining(['screening escalated', 'injection escalated', 'screening referred']),
    );
  }, 60_000);
});
