import { LRUCache } from 'lru-cache';
import type { Alternative } from '#assistant/ask/concept.ts';
import type { WordList } from '#assistant/ask/read-english-words.ts';
import { tokensOf } from '#assistant/ask/stem-sequence.ts';
import type { Thesaurus } from '#assistant/thesaurus/create-thesaurus.ts';
import type { GlossaryEntry } from '#knowledge/organisation/read-glossary.ts';
import { plainText } from '#knowledge/passages/plain-text.ts';
import { carriage } from './carriage.ts';
import { checkBelonging } from './check-belonging.ts';
import { checkCertainty } from './check-certainty.ts';
import { checkNames } from './check-names.ts';
import { checkNegation } from './check-negation.ts';
import { checkPlace } from './check-place.ts';
import { checkQuantities } from './check-quantities.ts';
import { checkReader } from './check-reader.ts';
import { checkSides } from './check-sides.ts';
import { checkThan } from './check-than.ts';
import { checkWording } from './check-wording.ts';
import { checkWords } from './check-words.ts';
import type { ClaimRules } from './claim-rules.ts';
import type { Comparison } from './comparison.ts';
import { createQuantityFinder } from './find-quantities.ts';
import { joinQuotes, readStatement } from './read-statement.ts';
import type { ClaimRejection, ClaimVerdict } from './rejection.ts';
import { createTermIndex } from './term-index.ts';

export interface ClaimVerifierDeps {
  readonly rules: ClaimRules;
  readonly glossary: readonly GlossaryEntry[];
  /** Groups of everyday words, and of plain words for medical ones, that mean the same. */
  readonly groups: ReadonlyArray<readonly string[]>;
  readonly organisationNames: readonly string[];
  /** Stems that carry no fact. */
  readonly soft: ReadonlySet<string>;
  readonly englishWords: WordList;
  readonly thesaurus: Thesaurus;
}

/** Whether a sentence is carried by the quotes it cites, which are the documents' own words. */
export type VerifyClaim = (claim: string, evidence: readonly string[]) => ClaimVerdict;

/** "No: …" answers a question that the verifier does not know; it denies nothing of what follows. */
const ANSWER = /^(?:yes|no)\s?[,:;–—-]\s?/iu;
const REMEMBERED_WORDS = 5_000;
const reject = (reason: ClaimRejection): ClaimVerdict => ({ supported: false, reason });

/**
 * Judges sentences that a model or a person wrote: pure, without network, some milliseconds each. It measures whether claim and
 * quotes are consistent, not whether either is true, and does not look whether a quote stands in a document.
 */
export function createClaimVerifier(deps: ClaimVerifierDeps): VerifyClaim {
  const { rules, soft, thesaurus, englishWords } = deps;
  const terms = createTermIndex(deps);
  const reading = { rules, terms, findQuantities: createQuantityFinder(rules.units) };
  const remembered = new LRUCache<string, readonly Alternative[]>({ max: REMEMBERED_WORDS });
  const related = (word: string): readonly Alternative[] => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const found = thesaurus
      .related(word)
      .map((other) => ({ stems: tokensOf(other.word).map(({ stem }) => stem), strength: other.strength }))
      .filter(({ stems }) => stems.length > 0);
    remembered.set(word, found);
    return found;
  };
  const carriageDeps = { terms, soft, related };
  const nameDeps = {
    terms,
    isWord: (word: string) => thesaurus.knows(word) || englishWords.has(word),
    namesPrecisely: thesaurus.namesPrecisely,
  };
  const checks: ReadonlyArray<(comparison: Comparison) => ClaimRejection | null> = [
    checkQuantities,
    (comparison) => checkNames(comparison, nameDeps),
    (comparison) => checkNegation(comparison, terms),
    checkSides,
    checkCertainty,
    checkWording,
    checkBelonging,
    checkPlace,
    checkThan,
    checkWords,
  ];

  return (sentence, quotes) => {
    const said = plainText(sentence).replace(ANSWER, '');
    const unfit = checkReader(sentence, rules);
    if (unfit !== null) return reject(unfit);
    const evidenceText = joinQuotes(quotes.map(plainText).filter((quote) => quote !== ''));
    if (evidenceText === '') return reject('no_evidence');
    const [claim, evidence] = [readStatement(said, reading), readStatement(evidenceText, reading)];
    if (claim.words.length === 0) return reject('no_claim');
    const comparison: Comparison = {
      claim,
      evidence,
      carried: carriage(claim, evidence, carriageDeps),
      taken: carriage(evidence, claim, carriageDeps, { loosely: true }),
      soft,
      rules,
    };
    for (const check of checks) {
      const found = check(comparison);
      if (found !== null) return reject(found);
    }
    return { supported: true };
  };
}
