import { createHash } from 'node:crypto';
import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage.ts';
import { fields, k1 } from '#knowledge/words/bm25-columns.ts';
import { listTerms } from '#knowledge/words/list-terms.ts';
import { cutIntoPieces, plainText } from './cut-into-pieces.ts';

/** Raised whenever the same documents would give other files in a way that the recipe below cannot see. */
const indexFormat = 3;

/** Words in whose terms and pieces a change of tokeniser, stemmer, stop words, spellings or cutting shows. */
const probe = [
  'The haematologists’ “chemo-immunotherapy” (CIK + PD-1) wasn’t tolerated by 12.5% of 1,234 tumour patients.',
  'Is it ≥ 60–90 minutes, e.g. for Grade III/IV anaemias, in NSCLC or hepato-cellular carcinomas? Studies have been running.',
  Array.from({ length: 100 }, (_, at) => `part${at}`).join(' '),
];

function probePassage(): Passage {
  const text = probe.join(' ');
  const none = { id: '' as PassageId, documentId: '' as DocumentId, documentVersion: '' as DocumentVersion };
  const units = probe.map((sentence) => ({ start: 0, end: sentence.length, text: sentence, label: null }));
  const place = { ordinal: 0, kind: 'prose' as const, headingPath: [], start: 0, end: text.length };
  return { ...none, ...place, text, units, table: null };
}

/**
 * Names how an index is made from documents: its format, and what today's code makes of a fixed text. The glossary is no
 * part of it: it is applied to questions.
 */
export function describeRecipe(): string {
  const passage = probePassage();
  const parts = [listTerms(plainText(passage)), cutIntoPieces(passage), fields, k1];
  return `${indexFormat}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`;
}
