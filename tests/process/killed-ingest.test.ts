import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeCorpusState } from '../support/changing-corpus.ts';
import { chosenEmbedder, isReal } from '../support/chosen-embedder.ts';
import { type Kill, killIngest } from '../support/kill-ingests.ts';
import { openKnowledge } from '../support/open-knowledge.ts';

/** `KILLS=200` for the long run (`npm run stress:kills`), `REAL_ENCODER=1` for one with the encoder that is slow. */
const kills = Number(process.env['KILLS'] ?? 20);
/** Each phase, and into those that follow. */
const phases = ['reading', 'embedding', 'saving'] as const;
const latestMs = isReal ? 1_500 : 100;

it('leaves the old documents and index or the new ones, whenever it is killed', {
  timeout: 20_000 * kills,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'citewell-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const seen: Kill[] = [];
  let state = 0;
  for (let at = 0; at < kills; at += 1) {
    // Evenly over the time, in an order that is not that of the corpus.
    const moment = { phase: phases[at % 3] ?? 'saving', afterMs: ((at * 0.618) % 1) * latestMs };
    const kill = await killIngest(folder, state + 1, moment);
    seen.push(kill);
    expect(kill).toMatchObject({ problems: [], found: expect.any(Number) });
    state = kill.found ?? state;
  }
  const moments = new Map<string, number>();
  for (const { during } of seen) moments.set(during, (moments.get(during) ?? 0) + 1);
  const counts = [...moments].map(([name, count]) => `${name} ${count}`);
  const isNew = seen.filter(({ found, returned }) => found !== returned).length;
  process.stderr.write(`${kills} kills during: ${counts.join(', ')}; new state though not returned: ${isNew}\n`);

  const folders = { corpusDir: join(folder, 'corpus'), dataDir: join(folder, 'data') };
  const last = openKnowledge({ ...folders, embedder: chosenEmbedder() });
  writeCorpusState(folders.corpusDir, state + 1);
  await last.knowledge.ingest([]);
  await last.close();
  expect(readdirSync(join(folders.dataDir, 'index'))).toEqual([expect.stringMatching(/^generation-/)]);
});
