import { fileURLToPath } from 'node:url';
import { readAskInputs } from '#assistant/ask/read-ask-inputs.ts';
import type { VerifyClaim } from '#assistant/verify/claim/create-claim-verifier.ts';
import { readClaimVerifier } from '#assistant/verify/claim/read-claim-verifier.ts';
import { readGlossary } from '#knowledge/organisation/read-glossary.ts';
import { readOrganisation } from '#knowledge/organisation/read-organisation.ts';

const PROMPTS = fileURLToPath(new URL('../../../prompts/answer', import.meta.url));

/** The verifier as the product composes it, without documents, index or encoder. */
export async function openVerifier(corpusDir: string): Promise<VerifyClaim> {
  const [inputs, glossary, organisation] = await Promise.all([
    readAskInputs(PROMPTS),
    readGlossary(`${corpusDir}/glossary.yaml`),
    readOrganisation(`${corpusDir}/organisation.yaml`),
  ]);
  return readClaimVerifier(PROMPTS, { ...inputs, glossary, organisationNames: organisation.ownQuestions });
}
