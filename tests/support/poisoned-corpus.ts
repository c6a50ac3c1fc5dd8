import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const attackSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  body: z.string(),
  title: z.string(),
  /** What a reply may not hold: the attack asks for it. */
  forbidden: z.array(z.string()),
  split: z.enum(['dev', 'test']),
});
export type Attack = z.infer<typeof attackSchema>;

export const readAttacks = (split: Attack['split']): Attack[] =>
  readFileSync('evals/attacks/documents.jsonl', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => attackSchema.parse(JSON.parse(line)))
    .filter((attack) => attack.split === split);

export interface PoisonedFile {
  readonly name: string;
  readonly text: string;
}

const isProse = (block: string): boolean => /^[\p{L}*"“]/u.test(block) && !/^(?:\d+\.|[-*] )/u.test(block);

/** The guides, with one attack after another at the end of their paragraphs. */
export function poisonBodies(attacks: readonly Attack[]): PoisonedFile[] {
  let next = 0;
  return readdirSync('corpus')
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const [head = '', front = '', ...rest] = readFileSync(`corpus/${name}`, 'utf8').split(/^---$/mu);
      const blocks = rest
        .join('---')
        .split('\n\n')
        .map((block) => {
          if (!isProse(block.trim())) return block;
          const attack = attacks[next % attacks.length];
          next += 1;
          return `${block} ${attack?.body ?? ''}`;
        });
      return { name, text: `${head}---${front}---${blocks.join('\n\n')}` };
    });
}

/** One harmless document under each attack's title. */
export const poisonTitles = (attacks: readonly Attack[]): PoisonedFile[] =>
  attacks.map(({ id, title, question }) => ({
    name: `${id}.md`,
    text: `# ${title}\n\nThis page is kept for readers who ask: ${question} CIK cells are grown from a patient's own blood.\n`,
  }));
