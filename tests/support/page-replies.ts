import type { WireCitation } from '#wire/citation.ts';
import type { WireDocument } from '#wire/document.ts';
import type { WireNotice } from '#wire/notice.ts';
import type { Reply } from '#wire/reply.ts';
import type { Welcome } from '#wire/welcome.ts';
import { chemotherapy, whatIsCik } from './page-documents.ts';

export const disclaimer =
  'This is general information from reviewed guides. It is not medical advice. Ask your own care team about your case.';

export const notice = (id: string, title: string, text: string, actions: WireNotice['actions'] = []): WireNotice => ({
  id,
  version: '1',
  locale: 'en',
  title,
  text,
  actions,
});

const calls = [{ label: 'Call 112', href: 'tel:112' }];

export const emergencyLine = notice(
  'emergency-line',
  'In an emergency',
  'If someone is very ill or in danger now, call your local emergency number.',
  calls,
);

export const welcome: Welcome = {
  locale: 'en',
  organisation: { name: 'CancerFax', url: null },
  aiNotice:
    'I am an AI assistant, not a person and not a doctor. I answer only from guides that CancerFax has reviewed, and I show you where each sentence comes from.',
  privacyNotice:
    'Your questions stay on our own server.\n\nThey are deleted after 30 days. You can delete them yourself at any time.',
  disclaimer,
  emergencyLine,
  suggestions: [
    'What is CIK therapy?',
    'How is CIK therapy different from CAR-T cell therapy?',
    'Where is CIK therapy available?',
  ],
  locales: ['en'],
  limits: { messageChars: 4000, searchChars: 4000, bodyBytes: 65_536, ratePerMinute: 30 },
  person: {
    name: 'the CancerFax patient team',
    hours: 'Monday to Friday, 9:00 to 18:00 (Kolkata)',
    actions: [
      { label: 'Call +00 00 0000 0000', href: 'tel:+000000000000' },
      { label: 'Write to help@example.org', href: 'mailto:help@example.org' },
    ],
  },
};

/** Cites `quote` where it first stands in the document. */
export function cite(n: number, document: WireDocument, quote: string, section: string | null): WireCitation {
  const start = document.text.indexOf(quote);
  if (start === -1) throw new Error(`Not in the document: ${quote}`);
  return {
    n,
    passageId: `p${n}`,
    documentId: document.documentId,
    documentVersion: document.version,
    title: document.title,
    section,
    quote,
    start,
    end: start + quote.length,
    url: null,
    reviewedOn: document.reviewedOn,
    overdue: document.overdue,
    alsoIn: [],
  };
}

export const reply = (changes: Partial<Reply>): Reply => ({
  conversationId: 'conversation-1',
  conversationToken: null,
  turnId: 'turn-1',
  aiGenerated: true,
  recorded: true,
  outcome: 'answered',
  reason: null,
  level: null,
  composer: 'extractive',
  premise: null,
  answer: null,
  abstention: null,
  notCovered: [],
  citations: [],
  notice: null,
  tooMuch: null,
  handoff: null,
  disclaimer,
  suggestions: ['Which cancers is CIK therapy used for?', 'How long does it take to manufacture CIK cells?'],
  ...changes,
});

const offered = {
  id: 'handoff-1',
  state: 'offered',
  urgent: false,
  referenceCode: null,
  expectedReplyBy: null,
} as const;

const firstQuote =
  'Blood is drawn from the patient, specific immune cell populations are isolated and activated using cytokines in the laboratory';
const secondQuote = 'expanded cells are then **infused back** into the patient';
const again = cite(2, chemotherapy, 'The cells are collected from the blood of the patient.', null);

export const answered = reply({
  answer: {
    text: 'x',
    readingGrade: 9,
    reviewed: null,
    sentences: [
      { text: `${firstQuote}.`, citations: [1] },
      { text: 'The expanded cells are then infused back into the patient.', citations: [2, 3] },
    ],
  },
  citations: [
    {
      ...cite(1, whatIsCik, firstQuote, 'What Is CIK Cell Therapy?'),
      alsoIn: [
        {
          documentId: again.documentId,
          documentVersion: again.documentVersion,
          start: again.start,
          end: again.end,
        },
      ],
    },
    cite(2, whatIsCik, secondQuote, 'What Is CIK Cell Therapy?'),
    cite(3, chemotherapy, '| Cycle 1 | Day 14 | 4 infusions |', 'Schedule'),
  ],
});

export const corrected: Reply = { ...answered, premise: 'corrected', notCovered: ['cost in India'] };

export const toldTooMuch: Reply = {
  ...answered,
  tooMuch: {
    notice: notice('too_much_told', 'Please leave this out', 'Please do not send record numbers or reports here.'),
    kinds: ['record_number'],
    trimmed: 'My MRN is [removed]. What is CIK?',
  },
};

export const abstained = reply({
  outcome: 'abstained',
  reason: 'no_evidence',
  abstention: { query: 'cost of CIK in India', missing: ['cost', 'India'] },
  notice: notice(
    'no-evidence',
    'I could not find this in the guides',
    'I only answer from reviewed guides, and they do not cover this. A person may be able to help you.',
  ),
  handoff: offered,
});

export const referred = reply({
  ...answered,
  outcome: 'referred',
  reason: 'case_specific',
  notice: notice(
    'case-specific',
    'About your own case',
    'Whether this is right for you is a question for a person who knows your case. I cannot answer it.',
  ),
  handoff: offered,
});

export const escalated = reply({
  outcome: 'escalated',
  reason: null,
  level: 'emergency',
  notice: notice(
    'emergency',
    'This may be an emergency',
    'Call your local emergency number now, or go to the nearest emergency department. Do not wait for an answer here.',
    [...calls, { label: 'Call 911 (United States)', href: 'tel:911' }],
  ),
  handoff: { ...offered, state: 'open', urgent: true, referenceCode: 'CF-2041' },
});

export const urgent: Reply = {
  ...escalated,
  level: 'urgent',
  notice: notice(
    'urgent',
    'Please call your care team today',
    'A fever during treatment needs a call to your care team today, also at night.',
    [{ label: 'Call your care team', href: 'tel:+000000000000' }],
  ),
};

export const crisis: Reply = {
  ...escalated,
  level: 'crisis',
  notice: notice(
    'crisis',
    'You do not have to be alone with this',
    'If you might harm yourself, please talk to someone now. These lines are free and open day and night.',
    [{ label: 'Call 988', href: 'tel:988' }, ...calls],
  ),
};

export const replied = reply({
  outcome: 'replied',
  reason: 'smalltalk',
  notice: notice('smalltalk', '', 'Hello. I am an AI assistant. What would you like to know?'),
});
