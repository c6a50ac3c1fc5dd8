import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { everyPassage, sentencesOfState, writeCorpusState } from '../support/changing-corpus.ts';
import { createFakeEmbedder } from '../support/fake-embedder.ts';
import { openKnowledge } from '../support/open-knowledge.ts';

const folder = mkdtempSync(join(tmpdir(), 'citewell-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
/** Only root may, and not in every container. */
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=9m', 'tmpfs', disk]).status === 0;

afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** Enough for less or more: for none of it, for some of the text, the vectors' cache, the index but for its vectors. */
const kilobytes = [0, 400, 1_600, 3_200, 3_600, 3_700];

describe.skipIf(!isMounted)('on a disk that runs full', { timeout: 120_000 }, () => {
  it.each(kilobytes)('with %d kB left, an ingest is a clear fault and the old index is used', async (left) => {
    const folders = { corpusDir: join(folder, `corpus-${left}`), dataDir: join(disk, `data-${left}`) };
    mkdirSync(folders.dataDir);
    const open = () => openKnowledge({ ...folders, embedder: createFakeEmbedder() });
    const answersOf = async ({ knowledge }: ReturnType<typeof open>) =>
      (await knowledge.search(everyPassage.query, everyPassage))
        .map(({ passage }) => `${passage.documentId}: ${passage.text}`)
        .sort();

    writeCorpusState(folders.corpusDir, 1);
    const server = open();
    await server.knowledge.ingest([]);
    const { bavail, bsize } = statfsSync(disk);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left * 1_024)));
    const lines = Array.from(
      { length: 1_200 },
      (_, at) => `## Line ${at}\n\nThis is line number ${at} of a long text.`,
    );
    writeFileSync(join(folders.corpusDir, 'long.md'), `# Long\n\n${lines.join('\n\n')}\n`);
    await expect(server.knowledge.ingest([])).rejects.toMatchObject({
      code: 'storage_unavailable',
      message: expect.stringMatching(/^The disk that holds the \w+ is full\.$|the disk may be full\.$/),
    });
    expect(await answersOf(server)).toEqual(sentencesOfState(1));
    expect(readdirSync(join(folders.dataDir, 'index'))).toHaveLength(1);

    rmSync(ballast);
    await server.close();
    const later = open();
    await later.knowledge.refresh();
    expect(await answersOf(later)).toEqual(sentencesOfState(1));
    expect(later.messages).toEqual(['A saved index is in use.']);
    expect(await later.knowledge.ingest([])).toMatchObject({ added: 1, failures: [] });
    expect((await later.knowledge.search('long text line number 77', { k: 1 }))[0]?.passage.text).toContain('line');
    await later.close();
    rmSync(folders.dataDir, { recursive: true });
  });
});
