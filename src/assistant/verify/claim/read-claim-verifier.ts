import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AskReaderDeps } from '#assistant/ask/create-ask-reader.ts';
import { readClaimRules, readPlainWords } from './claim-rules.ts';
import { createClaimVerifier, type VerifyClaim } from './create-claim-verifier.ts';

export type SharedInputs = Pick<
  AskReaderDeps,
  'glossary' | 'everyday' | 'questionWords' | 'organisationNames' | 'englishWords' | 'thesaurus'
>;

/** The verifier of claims by the files in `prompts/answer` and what questions are read with. Throws naming the key that is bad. */
export async function readClaimVerifier(folder: string, shared: SharedInputs): Promise<VerifyClaim> {
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const [rules, plainWords] = await Promise.all([
    text('claims.yaml').then(readClaimRules),
    text('plain-words.yaml').then(readPlainWords),
  ]);
  return createClaimVerifier({
    rules,
    glossary: shared.glossary,
    groups: [...shared.everyday, ...plainWords],
    organisationNames: shared.organisationNames,
    soft: shared.questionWords.soft,
    englishWords: shared.englishWords,
    thesaurus: shared.thesaurus,
  });
}
