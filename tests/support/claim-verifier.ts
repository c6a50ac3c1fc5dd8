import { readFileSync } from 'node:fs';
import { readAskInputs } from '#assistant/ask/read-ask-inputs.ts';
import { type ClaimRules, readClaimRules } from '#assistant/verify/claim/claim-rules.ts';
import type { VerifyClaim } from '#assistant/verify/claim/create-claim-verifier.ts';
import { readClaimVerifier } from '#assistant/verify/claim/read-claim-verifier.ts';

const entry = (term: string, kind: string, aliases: string[] = [], related: string[] = []) => ({
  term,
  kind,
  aliases,
  related,
  meaning: `${term}.`,
  caseSensitive: false,
});

/** Invented names, so that nothing is known of them but what stands here. */
const glossary = [
  entry('Velumab', 'drug', ['velumab']),
  entry('Corastin', 'drug', ['corastin']),
  entry('NKS', 'disease', ['nodular knee syndrome'], ['knee disease']),
  entry('knee disease', 'disease', ['disease of the knee']),
  entry('chemotherapy', 'treatment', ['chemo']),
  entry('radiotherapy', 'treatment', ['radiation']),
  entry('PFS', 'measure', ['progression-free survival']),
];

/** The rules as shipped. */
export const claimRules: ClaimRules = readClaimRules(
  readFileSync(new URL('../../prompts/answer/claims.yaml', import.meta.url), 'utf8'),
);

/** The verifier as shipped, over a glossary of its own. */
export async function openClaimVerifier(): Promise<VerifyClaim> {
  const inputs = await readAskInputs('prompts/answer');
  return readClaimVerifier('prompts/answer', { ...inputs, glossary, organisationNames: ['Harbour Clinic'] });
}
