import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everyPassage, sentencesOfState } from './changing-corpus.ts';
import { chosenEmbedder } from './chosen-embedder.ts';
import { openKnowledge } from './open-knowledge.ts';

const child = fileURLToPath(new URL('./ingest-until-killed.ts', import.meta.url));

export interface Kill {
  /** What the process last said it did. */
  readonly during: string;
  /** State of the corpus whose ingest had returned last. */
  readonly returned: number;
  /** State that is in force after the kill; null when it is none of those two that may be. */
  readonly found: number | null;
  readonly problems: readonly string[];
}

export interface Moment {
  /** What the process must have said first. */
  readonly phase: 'reading' | 'embedding' | 'saving';
  readonly afterMs: number;
}

/** Lets a process ingest states from `first` on, kills it at the moment given, and looks at what it left. */
export async function killIngest(folder: string, first: number, { phase, afterMs }: Moment): Promise<Kill> {
  const folders = { corpusDir: join(folder, 'corpus'), dataDir: join(folder, 'data') };
  const args = ['--conditions=source', '--import', 'tsx', child, folders.corpusDir, folders.dataDir, String(first)];
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let isDoomed = false;
  running.stdout.setEncoding('utf8');
  running.stdout.on('data', (text: string) => {
    said += text;
    if (isDoomed || !said.includes(`${phase}\n`)) return;
    isDoomed = true;
    setTimeout(() => running.kill('SIGKILL'), afterMs);
  });
  const [, signal] = await once(running, 'close');
  if (signal !== 'SIGKILL') throw new Error(`It ended by itself after: ${said.slice(-200)}`);
  const lines = said.trimEnd().split('\n');
  const returned = Number(lines.findLast((line) => line.startsWith('done '))?.slice(5) ?? first - 1);
  return { during: lines.at(-1)?.replace(/ \d+$/, '') ?? '', returned, ...(await inspect(folders, returned)) };
}

async function inspect(folders: { corpusDir: string; dataDir: string }, returned: number) {
  const { knowledge, store, messages, close } = openKnowledge({ ...folders, embedder: chosenEmbedder() });
  const problems: string[] = [];
  const inForce = await store.versionsInForce();
  let found: number | null = null;
  if (inForce.size === 0) {
    if (returned === 0) found = 0;
    else problems.push('no document is in force');
  } else {
    await knowledge.refresh();
    if (messages.some((message) => message.includes('is built'))) problems.push(`built again: ${messages.join(' ')}`);
    const results = await knowledge.search(everyPassage.query, everyPassage);
    for (const { passage } of results) {
      const document = await store.find(passage.documentId, passage.documentVersion);
      if (document?.text.slice(passage.start, passage.end) !== passage.text)
        problems.push('a text is not at its place');
      if (inForce.get(passage.documentId) !== passage.documentVersion) problems.push('a version is not in force');
    }
    const answers = results.map(({ passage }) => `${passage.documentId}: ${passage.text}`).sort();
    const listed = (await store.list()).filter(({ status }) => status === 'published').map(({ id }) => id);
    const same = (state: number) => answers.join('\n') === sentencesOfState(state).join('\n');
    found = [returned, returned + 1].find(same) ?? null;
    if (found === null) problems.push(`neither ${returned} nor ${returned + 1}: ${answers.join(' | ')}`);
    if (new Set(answers.map((line) => line.split(':')[0])).size !== listed.length) problems.push('the list differs');
  }
  await close();
  return { found, problems };
}
