import type { DocumentRevision } from '#domain/document.ts';
import type { DocumentId, DocumentVersion, HandoffId, PassageId } from '#domain/ids.ts';
import type { Notice } from '#domain/notice.ts';
import type { Citation, Outcome } from '#domain/outcome.ts';
import type { Passage } from '#domain/passage.ts';
import type { DocumentSummary } from '#domain/ports.ts';
import type { Handoff, TurnResult } from '#domain/turn.ts';

export const documentText = '# Cells\n\n## Numbers\n\nCIK cells were studied in 18 trials.\n\nNo trial was blinded.';

export function notice(id: string, text = `Fixed text of ${id}.`): Notice {
  const actions = [{ label: 'Call 112', href: 'tel:112' }];
  return { id, version: '1', locale: 'en', title: `Title of ${id}`, text, actions };
}

export function document(over: Partial<DocumentRevision & DocumentSummary> = {}): DocumentRevision & DocumentSummary {
  return {
    id: 'what-is-cik' as DocumentId,
    version: 'b'.repeat(64) as DocumentVersion,
    title: 'What is CIK?',
    kind: null,
    topic: 'cik',
    url: null,
    source: null,
    reviewedBy: null,
    reviewedOn: '2026-06-02',
    reviewBy: '2026-11-21',
    language: 'en',
    status: 'published',
    text: documentText,
    ingestedAt: '2026-11-01T00:00:00.000Z',
    withdrawnOn: null,
    ...over,
  };
}

export const passage: Passage = {
  id: 'p1' as PassageId,
  documentId: 'what-is-cik' as DocumentId,
  documentVersion: 'b'.repeat(64) as DocumentVersion,
  ordinal: 0,
  kind: 'prose',
  headingPath: ['Numbers'],
  start: 21,
  end: 56,
  text: documentText.slice(21, 56),
  units: [],
  table: null,
};

export function citation(n: number): Citation {
  return {
    n,
    passageId: passage.id,
    documentId: passage.documentId,
    documentVersion: passage.documentVersion,
    title: 'What is CIK?',
    section: 'Numbers',
    quote: passage.text,
    start: passage.start,
    end: passage.end,
    url: null,
    reviewedOn: '2026-06-02',
    overdue: true,
    alsoIn: [],
  };
}

export const handoff: Handoff = {
  id: 'h1' as HandoffId,
  state: 'offered',
  urgent: false,
  referenceCode: null,
  expectedReplyBy: null,
};

export const openHandoff: Handoff = { ...handoff, state: 'open', urgent: true, referenceCode: 'AB-12' };

const none = { answer: null, abstention: null, notice: null, referral: null };
const sentences = [
  { text: 'CIK cells were studied in 18 trials.', citations: [1] },
  { text: 'No trial was blinded.', citations: [1, 2] },
] as const;

export const outcomes = {
  answered: { ...none, kind: 'answered', answer: { sentences } },
  noEvidence: {
    ...none,
    kind: 'abstained',
    abstention: { reason: 'no_evidence', query: 'cost', missing: ['cost'] },
    notice: notice('no-evidence'),
  },
  outOfScope: {
    ...none,
    kind: 'abstained',
    abstention: { reason: 'out_of_scope', query: 'football', missing: [] },
    notice: notice('out-of-scope'),
  },
  ownCase: {
    ...none,
    kind: 'referred',
    referral: { reason: 'case_specific' },
    notice: notice('own-case'),
    answer: { sentences },
  },
  wantsPerson: { ...none, kind: 'referred', referral: { reason: 'requested_human' }, notice: notice('person') },
  emergency: { ...none, kind: 'escalated', level: 'emergency', notice: notice('emergency') },
  replied: { ...none, kind: 'replied', notice: notice('hello') },
} satisfies Record<string, Outcome>;

export function result(outcome: Outcome, over: Partial<TurnResult> = {}): TurnResult {
  return {
    outcome,
    composer: 'extractive',
    premise: null,
    notCovered: [],
    citations: outcome.answer === null ? [] : [citation(1), citation(2)],
    suggestions: ['What is CIK?'],
    tooMuch: null,
    state: { levelReached: null, amberSigns: [], ownCaseOpen: false },
    trace: {
      asks: ['what is cik'],
      rules: [{ signal: 'none', rule: 'r1', span: null, because: [] }],
      retrieved: [{ ask: 0, passageId: passage.id, score: 1.5 }],
      rejected: [],
    },
    ...over,
  };
}
