import { describe, expect, it, vi } from 'vitest';
import { createAssistant } from '#assistant/create-assistant.ts';
import type { Decision } from '#assistant/decide.ts';
import type { StandingAnswer } from '#assistant/reviewed/create-reviewed-answers.ts';
import { placeQuote } from '#assistant/reviewed/place-quote.ts';
import type { Screen } from '#assistant/screen/screen.ts';
import type { DocumentRevision } from '#domain/document.ts';
import { Fault } from '#domain/fault.ts';
import type { Passage, RetrievedPassage } from '#domain/passage.ts';
import type { Release } from '#domain/turn.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';
import { askReaderOver } from '../../support/ask-reader.ts';

const text = '## Healing\n\nStitches are removed after 10–14 days. Walking is possible the same day.\n';
const document = {
  id: 'knee',
  version: 'v1',
  title: 'Knee surgery',
  text,
  url: null,
  reviewedOn: '2026-01-02',
  reviewBy: '2026-02-01',
} as DocumentRevision;
const passages = splitIntoPassages(document);

const quoteOf = (quote: string) => {
  const placed = placeQuote({ quote, heading: null }, { text, passages });
  if (typeof placed === 'string') throw new Error(placed);
  return { ...placed, document };
};
const cite = (quote: string) => ({ documentId: 'knee', writtenAgainst: 'v1', heading: null, quote });
const [stitches, walking] = ['Stitches are removed after 10–14 days.', 'Walking is possible the same day.'] as const;

/** A person's plain words; the second sentence stands on both quotes. */
const plainAnswer: StandingAnswer = {
  answer: {
    file: 'answers/stitches.md',
    mark: { id: 'stitches', version: '1', reviewedBy: null, reviewedOn: null },
    questions: ['When are stitches removed?'],
    sentences: [
      { text: 'The stitches come out after 10 to 14 days.', cites: [cite(stitches)] },
      { text: 'You can walk at once, stitches or no stitches.', cites: [cite(walking), cite(stitches)] },
    ],
  },
  quotes: [[quoteOf(stitches)], [quoteOf(walking), quoteOf(stitches)]],
  warnings: [],
  basis: 'knee v1',
};

const FRESH = { levelReached: null, amberSigns: [], ownCaseOpen: false };

/** What the rest of the corpus speaks of. */
const OTHER_PASSAGES = Array.from({ length: 20 }, (_, i) => `Leaflet ${i} about hips and shoulders.`);

const found = (list: readonly Passage[]): RetrievedPassage[] =>
  list.map((passage, i) => ({
    passage,
    title: 'Knee surgery',
    score: 2 - i,
    ranks: { words: 1, vectors: 1 },
    unitCosines: null,
    twins: [],
  }));

function screenThatDecides(decision: Decision, questionText?: string): Screen {
  const state = { levelReached: null, amberSigns: [], ownCaseOpen: false };
  return {
    screen: (message) => ({ signals: [], decision, state, questionText: questionText ?? message, withVector: null }),
    escalation: (said) =>
      said.includes('choking')
        ? { signal: 'red_flag', level: 'emergency', rule: 'airway', span: [0, 7], because: [] }
        : null,
    isMedical: (said) => !said.includes('football'),
  };
}

function assistantThat(
  decision: Decision,
  overrides: {
    stored?: DocumentRevision | null;
    retrieve?: () => never;
    reviewed?: StandingAnswer;
    findTooMuch?: () => never;
  } = {},
) {
  const retrieve = vi.fn(async () => overrides.retrieve?.() ?? found(passages));
  const assistant = createAssistant({
    screen: screenThatDecides(decision),
    embedMessage: async () => null,
    notice: (id, locale) => ({ id, version: '1', locale, title: id, text: id, actions: [] }),
    fixed: {
      disclaimer: () => 'Not advice.',
      aiNotice: () => 'An AI.',
      privacyNotice: () => 'Kept.',
      emergencyLine: (locale) => ({ id: 'line', version: '1', locale, title: '', text: '', actions: [] }),
    },
    reader: () => askReaderOver([...passages.map((passage) => passage.text), ...OTHER_PASSAGES]),
    evidence: {
      retrieve,
      giveWay: async () => undefined,
      isOrder: (sentence) => sentence.startsWith('Ignore'),
      document: async () => (overrides.stored === undefined ? document : overrides.stored),
      passagesOf: async () => passages,
    },
    reviewed: { find: async () => overrides.reviewed ?? null },
    findTooMuch: (said) => {
      overrides.findTooMuch?.();
      const at = said.indexOf('MRN 48291377');
      return at < 0 ? [] : [{ kind: 'record_number', span: [at + 4, at + 12] }];
    },
    clock: { now: () => new Date('2026-03-01T00:00:00Z') },
  });
  return { assistant, retrieve };
}

async function turn(assistant: ReturnType<typeof assistantThat>['assistant'], message: string) {
  const released: Release[] = [];
  const input = {
    message,
    locale: 'en',
    history: [],
    state: { levelReached: null, amberSigns: [], ownCaseOpen: false },
  };
  const result = await assistant.respond(
    input,
    async (piece) => {
      released.push(piece);
    },
    new AbortController().signal,
  );
  return { result, released };
}

describe('a turn', () => {
  it('answers with a sentence whose quote stands at its offsets', async () => {
    const { assistant } = assistantThat({ kind: 'answer' });
    const { result, released } = await turn(assistant, 'When are stitches removed?');
    expect(result.outcome.kind).toBe('answered');
    const [citation] = result.citations;
    expect(citation && text.slice(citation.start, citation.end)).toBe(citation?.quote);
    expect(result.outcome.answer?.sentences[0]?.text).toContain('10–14 days');
    expect(released.every((piece) => piece.type === 'sentence')).toBe(true);
  });

  it('serves a reviewed answer word for word, marked, with the quotes it stands on and nothing that was retrieved', async () => {
    const { assistant } = assistantThat({ kind: 'answer' }, { reviewed: plainAnswer });
    const { result, released } = await turn(assistant, 'When are stitches removed?');
    const said = plainAnswer.answer.sentences.map((sentence) => sentence.text);
    expect(result.outcome).toMatchObject({
      kind: 'answered',
      answer: { reviewed: plainAnswer.answer.mark, sentences: [{ citations: [1] }, { citations: [2, 1] }] },
    });
    expect(result.outcome.answer?.sentences.map((sentence) => sentence.text)).toEqual(said);
    expect(released.map((piece) => piece.type === 'sentence' && [piece.reviewed, piece.sources.length])).toEqual([
      [plainAnswer.answer.mark, 1],
      [plainAnswer.answer.mark, 1],
    ]);
    for (const { start, end, quote, passageId } of result.citations) {
      expect(text.slice(start, end)).toBe(quote);
      expect(passages.map(({ id }) => id)).toContain(passageId);
    }
    expect(result.citations[0]).toMatchObject({ title: 'Knee surgery', section: 'Healing', overdue: true });
    expect(result.trace.retrieved).toEqual([]);
  });

  it('answers two questions from the documents, where a reviewed answer would not fit whole', async () => {
    const { assistant } = assistantThat({ kind: 'answer' }, { reviewed: plainAnswer });
    const { result } = await turn(assistant, 'When are stitches removed? Is walking possible the same day?');
    expect(result.outcome.answer).not.toHaveProperty('reviewed');
    expect(result.outcome.answer?.sentences[0]?.text).toContain('10–14 days');
  });

  it('lets a reviewed answer be the general part of a referral', async () => {
    const { assistant } = assistantThat(
      { kind: 'refer', reason: 'case_specific', general: true },
      { reviewed: plainAnswer },
    );
    const { result, released } = await turn(assistant, 'When are stitches removed?');
    expect(result.outcome).toMatchObject({ kind: 'referred', answer: { reviewed: { reviewedBy: null } } });
    expect(released[0]?.type).toBe('notice');
  });

  it('marks a citation of a document past its review date', async () => {
    const { assistant } = assistantThat({ kind: 'answer' });
    const { result } = await turn(assistant, 'When are stitches removed?');
    expect(result.citations[0]?.overdue).toBe(true);
  });

  it('abstains and names what is missing', async () => {
    const { assistant } = assistantThat({ kind: 'answer' });
    const { result, released } = await turn(assistant, 'Is warfarin allowed?');
    expect(result.outcome.abstention).toMatchObject({ reason: 'no_evidence', missing: ['warfarin'] });
    expect(released.map((piece) => piece.type)).toEqual(['notice']);
  });

  it('calls a question that is not medical out of scope', async () => {
    const { assistant } = assistantThat({ kind: 'answer' });
    const { result } = await turn(assistant, 'Who won the football?');
    expect(result.outcome.abstention?.reason).toBe('out_of_scope');
  });

  it('releases nothing when the document in the store is not what was indexed', async () => {
    const stored = { ...document, text: text.replace('10–14', '20–24') };
    const { assistant } = assistantThat({ kind: 'answer' }, { stored });
    const { result, released } = await turn(assistant, 'When are stitches removed?');
    expect(result.outcome.kind).toBe('abstained');
    expect(result.trace.rejected).toContainEqual({ reason: 'quote_not_at_offsets' });
    expect(released.filter((piece) => piece.type === 'sentence')).toEqual([]);
  });

  it('gives the general part of a referral after its notice', async () => {
    const { assistant } = assistantThat({ kind: 'refer', reason: 'case_specific', general: true });
    const { result, released } = await turn(assistant, 'When are stitches removed?');
    expect(result.outcome).toMatchObject({ kind: 'referred', referral: { reason: 'case_specific' } });
    expect(released[0]).toMatchObject({ type: 'notice', notice: { id: 'referral_case_specific' } });
    expect(result.outcome.answer).not.toBeNull();
  });

  it('escalates without looking anything up', async () => {
    const { assistant, retrieve } = assistantThat({ kind: 'escalate', level: 'emergency' });
    const { result } = await turn(assistant, 'choking');
    expect(result.outcome).toMatchObject({ kind: 'escalated', level: 'emergency', notice: { id: 'emergency' } });
    expect(retrieve).not.toHaveBeenCalled();
  });

  it.each<[string, Decision]>([
    ['answered', { kind: 'answer' }],
    ['referred', { kind: 'refer', reason: 'case_specific', general: true }],
    ['abstained', { kind: 'abstain', reason: 'out_of_scope' }],
    ['escalated', { kind: 'escalate', level: 'emergency' }],
    ['replied', { kind: 'reply', noticeId: 'hello' }],
  ])('says beside any outcome what was told too much: %s', async (kind, decision) => {
    const { assistant } = assistantThat(decision);
    const message = 'When are stitches removed? My MRN 48291377.';
    const { result, released } = await turn(assistant, message);
    expect(result.outcome.kind).toBe(kind);
    expect(result.tooMuch).toEqual({
      notice: expect.objectContaining({ id: 'too_much_told', locale: 'en' }),
      spans: [{ kind: 'record_number', span: [34, 42] }],
      trimmed: 'When are stitches removed? My MRN [removed].',
    });
    expect(JSON.stringify(released)).not.toContain('too_much_told');
    expect((await turn(assistant, 'When are stitches removed?')).result.tooMuch).toBeNull();
  });

  it('has shown the card before it looks for anything else', async () => {
    const breaks = () => {
      throw new Error('broken cues');
    };
    const { assistant } = assistantThat({ kind: 'escalate', level: 'emergency' }, { findTooMuch: breaks });
    const released: Release[] = [];
    const input = { message: 'choking', locale: 'en', history: [], state: FRESH };
    const failing = assistant.respond(input, async (piece) => void released.push(piece), AbortSignal.any([]));
    await expect(failing).rejects.toThrow('broken cues');
    expect(released.map((piece) => piece.type)).toEqual(['notice']);
    expect(assistant.escalate('MRN 48291377 choking', 'en')).toMatchObject({
      outcome: { kind: 'escalated' },
      tooMuch: null,
    });
  });

  it('fails as a fault, not as a calm answer, when retrieval is down', async () => {
    const down = () => {
      throw new Fault('not_ready', 'No index.');
    };
    const { assistant } = assistantThat({ kind: 'answer' }, { retrieve: down });
    await expect(turn(assistant, 'When are stitches removed?')).rejects.toThrow(Fault);
  });

  it('says nothing that was not recorded first', async () => {
    const { assistant } = assistantThat({ kind: 'answer' });
    const input = {
      message: 'When are stitches removed?',
      locale: 'en',
      history: [],
      state: { levelReached: null, amberSigns: [], ownCaseOpen: false },
    };
    const failing = assistant.respond(input, async () => Promise.reject(new Error('disk full')), AbortSignal.any([]));
    await expect(failing).rejects.toThrow('disk full');
  });
});

describe('escalate', () => {
  it('works on text alone', () => {
    const { assistant } = assistantThat({ kind: 'answer' });
    expect(assistant.escalate('he is choking', 'en')).toMatchObject({
      outcome: { kind: 'escalated', level: 'emergency' },
    });
    expect(assistant.escalate('hello', 'en')).toBeNull();
  });
});

describe('suggestions', () => {
  it('are only questions that end answered, the nearest first, never the one just asked', async () => {
    const { assistant } = assistantThat({ kind: 'answer' });
    expect(assistant.fixed.suggestions('en')).toEqual([]);
    await assistant.refreshSuggestions(['Is warfarin allowed?', 'When are stitches removed?', 'Is walking possible?']);
    expect(assistant.fixed.suggestions('en')).toEqual(['When are stitches removed?', 'Is walking possible?']);
    const { result } = await turn(assistant, 'Is walking possible?');
    expect(result.suggestions).toEqual(['When are stitches removed?']);
  });
});
