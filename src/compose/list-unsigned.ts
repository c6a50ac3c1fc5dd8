import { listSignatures } from '#assistant/signing/list-signatures.ts';
import { readReviewers } from '#assistant/signing/reviewers.ts';
import type { CountryNumbers } from '#domain/organisation.ts';
import { fromPackage } from './from-package.ts';

/** What no reviewer stands for as it is now: files of the package, and the organisation's numbers by country. */
export async function listUnsigned(numbers: readonly CountryNumbers[]): Promise<readonly string[]> {
  const signatures = await listSignatures(fromPackage('prompts'), await readReviewers(fromPackage('REVIEWERS.yaml')));
  return [
    ...signatures.filter(({ state }) => state !== 'signed').map(({ file }) => `prompts/${file}`),
    ...numbers
      .filter(({ reviewedBy }) => reviewedBy === null)
      .map(({ country }) => `organisation.yaml: emergency numbers of ${country}`),
  ];
}
