import { OpenInferenceSpanKind, SemanticConventions } from '@arizeai/openinference-semantic-conventions';
import { describe, expect, it } from 'vitest';
import { Fault } from '#domain/fault.ts';
import type { Assistant } from '#domain/turn.ts';
import { createOtlpTracing } from '#tracing/create-otlp-tracing.ts';
import { startFakeCollector } from '../../support/fake-collector.ts';
import { startCitewell } from '../../support/start-citewell.ts';

const QUESTION = 'How often does wound infection occur after Orthobot surgery?';
const KIND = SemanticConventions.OPENINFERENCE_SPAN_KIND;

async function askTraced(env: Readonly<Record<string, string>>, question = QUESTION) {
  const citewell = await startCitewell({ CORPUS_DIR: 'evals/folders/knee-clinic', ...env });
  const started = performance.now();
  const reply = await citewell.ask([question]);
  const askedMs = performance.now() - started;
  await citewell.stop();
  return { reply, askedMs, wholeMs: performance.now() - started };
}

describe('traces of a turn', () => {
  it('arrive as OpenInference spans: the turn, and below it what was found, composed and verified', async () => {
    const { url, spans, types } = await startFakeCollector();
    const { reply } = await askTraced({ OTLP_TRACES_URL: url });
    const [turn, ...others] = spans.filter(({ parentId }) => parentId === '');
    expect(others).toEqual([]);
    expect(turn).toMatchObject({
      name: 'turn',
      attributes: { [KIND]: OpenInferenceSpanKind.CHAIN },
      status: { code: 1 },
    });
    expect(turn?.resource).toMatchObject({ 'service.name': 'citewell', 'openinference.project.name': 'citewell' });
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    const ids = new Set(spans.map(({ spanId }) => spanId));
    expect(spans.every(({ parentId }) => parentId === '' || ids.has(parentId))).toBe(true);
    const kindsOf = (name: string) => new Set(spans.filter((s) => s.name === name).map((s) => s.attributes[KIND]));
    expect(kindsOf('retrieve')).toEqual(new Set([OpenInferenceSpanKind.RETRIEVER]));
    expect(kindsOf('compose')).toEqual(new Set([OpenInferenceSpanKind.CHAIN]));
    expect(kindsOf('verify')).toEqual(new Set([OpenInferenceSpanKind.GUARDRAIL]));
    const metadata: unknown = JSON.parse(String(turn?.attributes[SemanticConventions.METADATA]));
    expect(metadata).toMatchObject({ outcome: 'answered', cited: reply.citations.map(({ passageId }) => passageId) });
    const found = spans.find(({ name }) => name === 'retrieve')?.attributes ?? {};
    const scores = [0, 1, 2].map((at) => found[`retrieval.documents.${at}.document.score`]);
    expect(scores).toEqual([...scores].sort((a, b) => Number(b) - Number(a)));
    const all = Object.entries(found)
      .filter(([key]) => key.endsWith('document.id'))
      .map(([, id]) => id);
    for (const { passageId } of reply.citations) expect(all).toContain(passageId);
    expect(types).toEqual(types.map(() => 'application/x-protobuf'));
  });

  it('hold no word of the patient or of the answer unless that is asked for', async () => {
    const quiet = await startFakeCollector();
    const { reply } = await askTraced({ OTLP_TRACES_URL: quiet.url });
    const sent = quiet.bodies.join('\n');
    expect(reply.outcome).toBe('answered');
    for (const words of ['infection', 'surgery?', reply.answer?.text ?? '']) expect(sent).not.toContain(words);
    const open = await startFakeCollector();
    await askTraced({ OTLP_TRACES_URL: open.url, OTLP_WITH_WORDS: 'true' });
    const turn = open.spans.find(({ name }) => name === 'turn')?.attributes;
    expect(turn?.[SemanticConventions.INPUT_VALUE]).toBe(QUESTION);
    expect(turn?.[SemanticConventions.OUTPUT_VALUE]).toBe(reply.answer?.text);
  });

  it('tell an escalation by its level and rule alone', async () => {
    const { url, spans, bodies } = await startFakeCollector();
    await askTraced({ OTLP_TRACES_URL: url }, 'I have crushing chest pain and cannot breathe');
    expect(spans.map(({ name }) => name)).toEqual(['turn']);
    const metadata: unknown = JSON.parse(String(spans[0]?.attributes[SemanticConventions.METADATA]));
    expect(metadata).toMatchObject({ outcome: 'escalated', level: 'emergency' });
    expect(bodies.join()).not.toMatch(/crushing|cannot breathe/u);
  });

  it.each([
    ['refuses', 500],
    ['never answers', null],
  ])('do not touch the turn when the endpoint %s', async (_, status) => {
    const { url } = await startFakeCollector(status);
    const { reply, wholeMs } = await askTraced({ OTLP_TRACES_URL: url });
    expect(reply.outcome).toBe('answered');
    // Closing waits two seconds at most.
    expect(wholeMs).toBeLessThan(8000);
  });

  it('do not touch the turn when nothing listens there', async () => {
    const { reply } = await askTraced({ OTLP_TRACES_URL: 'http://127.0.0.1:9/v1/traces' });
    expect(reply.outcome).toBe('answered');
  });
});

describe('a traced turn that fails', () => {
  it('fails as it would untraced, and its trace names the fault without its message', async () => {
    const { url, spans, bodies } = await startFakeCollector();
    const fault = new Fault('overloaded', 'patient words in a message');
    const tracing = createOtlpTracing({ url, withWords: false, log: { warn: () => undefined } });
    const failing = { respond: () => Promise.reject(fault) } as unknown as Assistant;
    const input = {
      message: 'secret',
      locale: 'en',
      history: [],
      state: { levelReached: null, amberSigns: [], ownCaseOpen: false },
    };
    await expect(tracing.assistant(failing).respond(input, async () => undefined, AbortSignal.any([]))).rejects.toBe(
      fault,
    );
    await tracing.close();
    expect(spans).toMatchObject([{ name: 'turn', status: { code: 2, message: 'overloaded' } }]);
    expect(bodies.join()).not.toMatch(/patient words|secret/u);
  });

  it('says once that traces do not arrive', async () => {
    const { url } = await startFakeCollector(400);
    const said: string[] = [];
    const tracing = createOtlpTracing({ url, withWords: false, log: { warn: (_, message) => said.push(message) } });
    const idle = { respond: () => Promise.reject(new Error('x')) } as unknown as Assistant;
    const input = {
      message: 'm',
      locale: 'en',
      history: [],
      state: { levelReached: null, amberSigns: [], ownCaseOpen: false },
    };
    for (let i = 0; i < 300; i += 1)
      await tracing
        .assistant(idle)
        .respond(input, async () => undefined, AbortSignal.any([]))
        .catch(() => undefined);
    await tracing.close();
    expect(said.filter((message) => message === 'Traces do not reach OTLP_TRACES_URL.')).toHaveLength(1);
    expect(said.length).toBeLessThanOrEqual(2);
  });
});
