import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const documentCount = 14;

interface Leaflet {
  readonly id: string;
  readonly sentences: readonly string[];
}

/** Leaflets of state `k` of a corpus: with each step some come, some go, a third of the others change. */
function leafletsOf(k: number): Leaflet[] {
  const leaflets: Leaflet[] = [];
  for (let at = 0; at < documentCount; at += 1) {
    if ((at + k) % 5 === 0) continue;
    const edition = Math.floor((k + at) / 3);
    const sentences = Array.from(
      { length: 3 },
      (_, section) => `Canary ${at} part ${section} of edition ${edition} says ${edition * 31 + section} days.`,
    );
    leaflets.push({ id: `leaflet-${at}`, sentences });
  }
  return leaflets;
}

/** Makes the folder hold state `k`, and nothing else. */
export function writeCorpusState(folder: string, k: number): void {
  mkdirSync(folder, { recursive: true });
  const files = new Map(
    leafletsOf(k).map(({ id, sentences }) => [
      `${id}.md`,
      `# About ${id}\n\n${sentences.map((sentence, at) => `## Part ${at}\n\n${sentence}\n`).join('\n')}`,
    ]),
  );
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

/** A query that finds every passage of a state: no more than a search may ask for. */
export const everyPassage = { query: 'canary', k: 100 } as const;

/** Each sentence of state `k`, with its document's id. */
export function sentencesOfState(k: number): string[] {
  return leafletsOf(k)
    .flatMap(({ id, sentences }) => sentences.map((sentence) => `${id}: ${sentence}`))
    .sort();
}
