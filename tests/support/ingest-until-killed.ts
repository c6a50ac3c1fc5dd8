import { mkdirSync, writeSync } from 'node:fs';
import { writeCorpusState } from './changing-corpus.ts';
import { chosenEmbedder } from './chosen-embedder.ts';
import { openKnowledge } from './open-knowledge.ts';

/** Run as its own process: ingests one state of a changing corpus after the other, until somebody kills it. */
const [corpusDir = '', dataDir = '', first = '1'] = process.argv.slice(2);
const say = (line: string) => void writeSync(1, `${line}\n`);

mkdirSync(dataDir, { recursive: true });
const { knowledge } = openKnowledge({ corpusDir, dataDir, embedder: chosenEmbedder() });
say('ready');
for (let k = Number(first); ; k += 1) {
  say('writing files');
  writeCorpusState(corpusDir, k);
  say('reading');
  await knowledge.ingest([], ({ stage, done, total }) => {
    if (stage === 'embedding' && done === 0) say('embedding');
    if (stage === 'embedding' && done === total) say('saving');
  });
  say(`done ${k}`);
}
