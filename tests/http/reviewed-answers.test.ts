import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { WireConversation } from '#wire/conversation.ts';
import { turnEventSchema } from '#wire/turn-event.ts';
import { readEvents } from '../support/http-read-events.ts';
import { writeClinic } from '../support/process-clinic.ts';
import { startCitewell } from '../support/start-citewell.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const reviewed = { id: 'walking', version: '2', reviewedBy: 'Dr Ada Brook', reviewedOn: '2026-11-20' };

const plainWords = `---
id: ${reviewed.id}
questions: [How often is physiotherapy?]
version: ${reviewed.version}
reviewedBy: ${reviewed.reviewedBy}
reviewedOn: ${reviewed.reviewedOn}
source: Written for a test
owner: Clinic
date: 2026-11-20
cites:
  1:
    document: physiotherapy
    quote: Physiotherapy takes place three times a week for 8 weeks.
  2:
    document: before-knee-surgery
    quote: You get two crutches on the ward and use them for 6 weeks.
---

You train three times a week, for 8 weeks. [1]
For the first 6 weeks of that you walk with two crutches. [2]
`;

it('a reviewed answer is marked in each sentence of the stream, in the reply and in the history', async () => {
  const corpus = writeClinic(temporaryFolder());
  mkdirSync(join(corpus, 'answers'));
  writeFileSync(join(corpus, 'answers', 'walking.md'), plainWords);
  const citewell = await startCitewell({ CORPUS_DIR: corpus });
  try {
    const response = await citewell.request('/v1/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: '{"message":"How often is physiotherapy?"}',
    });
    const events = readEvents(await response.text());
    for (const { event, data } of events) turnEventSchema.parse({ event, data });
    const sentences = events.filter(({ event }) => event === 'sentence').map(({ data }) => data);
    expect(sentences).toMatchObject([
      { text: 'You train three times a week, for 8 weeks.', citations: [1], sources: [{ n: 1 }], reviewed },
      {
        text: 'For the first 6 weeks of that you walk with two crutches.',
        citations: [2],
        sources: [{ n: 2 }],
        reviewed,
      },
    ]);
    const { conversationId, conversationToken } = events[0]?.data ?? {};
    const history = await citewell.request(`/v1/conversations/${conversationId}`, {
      headers: { authorization: `Bearer ${conversationToken}` },
    });
    const { turns } = (await history.json()) as WireConversation;
    expect(turns[0]?.reply?.answer).toMatchObject({ reviewed, readingGrade: expect.any(Number) });
    expect(events.at(-1)?.data.answer).toEqual(turns[0]?.reply?.answer);

    const extract = await citewell.ask(['How long does knee replacement surgery take?']);
    expect(extract).toMatchObject({ outcome: 'answered', answer: { reviewed: null } });
  } finally {
    await citewell.stop();
  }
});
