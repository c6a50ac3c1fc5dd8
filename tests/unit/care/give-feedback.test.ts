import { expect, test } from 'vitest';
import { faultOf, message, say, setUpCare } from '../../support/care-setup.ts';
import { dayMs } from '../../support/fake-clock.ts';

const up = { rating: 'up' as const, reasons: [], comment: null };
const down = { rating: 'down' as const, reasons: ['unclear' as const], comment: 'wordsofapatient' };
const idempotency = { key: 'a-key-of-a-client', bodyHash: 'body' };

async function setUpTurn() {
  const setup = setUpCare();
  const { conversationId, turnId } = await say(setup.care, 'How are cells kept?');
  const give = (feedback: typeof up | typeof down, key: typeof idempotency | null = null) =>
    setup.care.giveFeedback({ conversationId, turnId, feedback, idempotency: key });
  const given = async () =>
    (await setup.care.history(conversationId)).flatMap(({ body }) => (body.kind === 'feedback' ? [body.feedback] : []));
  return { ...setup, conversationId, turnId, give, given };
}

test('is an entry of the log, in order, and disturbs no turn', async () => {
  const { care, conversationId, give, given, logged } = await setUpTurn();
  await give(down);
  await give(up);
  expect(await given()).toEqual([down, up]);
  await say(care, 'And thawed?', conversationId);
  const seqs = (await care.history(conversationId)).map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_seq, i) => i + 1));
  expect(logged.join()).not.toContain('wordsofapatient');
});

test('given again with its key is written once, for a day; another body is refused', async () => {
  const { give, given, clock } = await setUpTurn();
  await Promise.all([give(down, idempotency), give(down, idempotency), give(down, idempotency)]);
  expect(await given()).toEqual([down]);
  expect(await faultOf(give(up, { ...idempotency, bodyHash: 'other' }))).toMatchObject({ code: 'key_reused' });
  clock.advance(dayMs + 1);
  await give(up, { ...idempotency, bodyHash: 'other' });
  expect(await given()).toEqual([down, up]);
});

test('has keys of its own: the one of the message does not stand in its way', async () => {
  const { care } = setUpCare();
  const { turnId, conversationId } = await care.post(message('How are cells kept?', { idempotency }));
  await care.finished(turnId);
  await care.giveFeedback({ conversationId, turnId, feedback: up, idempotency });
  expect((await care.history(conversationId)).some(({ body }) => body.kind === 'feedback')).toBe(true);
});

test('is erased with its conversation, and refused from then on', async () => {
  const { care, conversationId, give } = await setUpTurn();
  await give(down);
  await care.erase(conversationId);
  expect(await faultOf(give(up))).toMatchObject({ code: 'erased' });
});
