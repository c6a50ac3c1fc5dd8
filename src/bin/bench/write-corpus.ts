import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSeededRandom, type SeededRandom } from '#evaluation/statistics/seeded-random.ts';
import { writeSentence } from './medical-text.ts';

const passagesPerDocument = 20;
/** No passage is cut for the encoder. */
const maxWords = 40;

/**
 * A folder of generated guides with so many passages: sections of two sentences, about 35 words, which is one piece for
 * the encoder. The organisation and the glossary are those of `from`. The same for the same seed.
 */
export function writeCorpus(folder: string, passages: number, from: string): void {
  const random = createSeededRandom(20_261_125 + passages);
  mkdirSync(folder, { recursive: true });
  for (const file of ['organisation.yaml', 'glossary.yaml']) copyFileSync(join(from, file), join(folder, file));
  for (let document = 0; document * passagesPerDocument < passages; document += 1) {
    const sections = Math.min(passagesPerDocument, passages - document * passagesPerDocument);
    const parts = Array.from({ length: sections }, (_, at) => {
      return `## Part ${at + 1}\n\n${writePassage(random)}\n`;
    });
    const name = `guide-${String(document).padStart(5, '0')}`;
    writeFileSync(join(folder, `${name}.md`), `# Guide ${document + 1}\n\n${parts.join('\n')}`);
  }
}

function writePassage(random: SeededRandom): string {
  for (;;) {
    const text = `${writeSentence(random)} ${writeSentence(random)}`;
    if (text.split(/\s+/).length <= maxWords) return text;
  }
}
