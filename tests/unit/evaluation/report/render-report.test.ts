import { describe, expect, it } from 'vitest';
import { renderReport } from '#evaluation/report/render-report.ts';
import { elementsOf, parsePage, textOf } from '../../../support/parse-page.ts';
import { sampleComparison, sampleReport, sampleRun } from '../../../support/report-sample.ts';
import { hostile, sampleRecord, shownOf } from '../../../support/report-sample-records.ts';
import { sampleCitation, sampleReply } from '../../../support/report-sample-replies.ts';

const page = parsePage(renderReport(sampleReport()));

describe('the report', () => {
  it('is the same, byte for byte, for the same run', () => {
    expect(renderReport(structuredClone(sampleReport()))).toBe(renderReport(sampleReport()));
  });

  it('loads and runs nothing', () => {
    expect(page.byTag('script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'base')).toEqual([]);
    expect(page.all.flatMap(({ properties }) => Object.keys(properties)).filter((name) => /^on/u.test(name))).toEqual(
      [],
    );
    const addresses = page.all.flatMap(({ properties }) => [properties['href'] ?? [], properties['src'] ?? []].flat());
    expect(addresses.filter((address) => !String(address).startsWith('#'))).toEqual([]);
    expect(textOf(page.byTag('style')[0]!.children[0]!)).not.toMatch(/url\(|@import/u);
  });

  it('tells what got better and worse before anything else, safety before the lists, and limits and words last', () => {
    const titles = page.byTag('h2').map(textOf);
    expect(titles[0]).toBe('What got better and worse');
    expect(titles.slice(1)).toEqual([
      'Safety',
      'Cases that got worse and better',
      'Decisions',
      'Answers',
      'Citations',
      'Retrieval',
      'By kind of question and topic',
      'Worst cases',
      'Known limits',
      'Words explained',
    ]);
  });

  it('has every id once and every inner link lead somewhere', () => {
    const ids = page.all.flatMap(({ properties }) => properties['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = page.byTag('a').map(({ properties }) => String(properties['href']).slice(1));
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('gives every table a caption and every heading cell a scope', () => {
    const tables = page.byTag('table');
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) expect(elementsOf(table)[0]?.tagName).toBe('caption');
    expect(page.byTag('th').filter(({ properties }) => properties['scope'] === undefined)).toEqual([]);
  });

  it('names everything the run was made with, and what is not stated', () => {
    const header = textOf(page.byTag('header')[0]!);
    for (const identity of ['9f1c2b7a4d5e', '0c5d1fd2a9b3', 'b7a1e0c95d2f', 'generation-12', '20261125'])
      expect(header).toContain(identity);
    expect(header).toContain('universal-sentence-encoder-lite');
    const unknown = sampleRun([sampleRecord()], {
      identity: { commit: null, corpus: 'c', prompts: null, index: null, encoder: null, model: null, documents: [] },
    });
    expect(textOf(parsePage(renderReport(sampleReport({ run: unknown }))).byTag('header')[0]!)).toContain('not stated');
  });

  it('has a title that tells it from another run’s', () => {
    const titleOf = (report: ReturnType<typeof sampleReport>) =>
      textOf(parsePage(renderReport(report)).byTag('title')[0]!);
    expect(titleOf(sampleReport())).toBe(
      'Evaluation report (fails): version 9f1c2b7a4d5e, 2 documents 0c5d1f, dev split · Citewell',
    );
    const { identity } = sampleRun();
    const other = sampleRun([sampleRecord()], {
      identity: { ...identity, documents: [], corpus: '77' },
      split: 'test',
    });
    expect(titleOf(sampleReport({ run: other, comparison: null }))).toBe(
      'Evaluation report (not compared): version 9f1c2b7a4d5e, documents 77, test split · Citewell',
    );
  });

  it('explains its words, links them where they are first used, and leads back to the top', () => {
    const linked = page.byTag('a').map(({ properties }) => String(properties['href']));
    for (const id of ['suite', 'split', 'baseline', 'near-misses', 'injection', 'verifier', 'ndcg', 'mrr', 'cost']) {
      expect(linked, id).toContain(`#word-${id}`);
      expect(textOf(page.byId(`word-${id}`)).length, id).toBeGreaterThan(40);
    }
    expect(linked.filter((href) => href === '#top')).toHaveLength(page.byTag('section').length);
    expect(page.textIn('changes')).toContain('Questions the guides do not answer (near misses)');
  });

  it('says near the top that no clinician has signed the cases', () => {
    expect(textOf(page.byTag('header')[0]!)).toContain('No clinician has signed the cases yet.');
  });
});

it.each(Object.entries(hostile))('shows hostile words as words, wherever they stand: %s', (_, text) => {
  const seen = shownOf(text);
  const record = sampleRecord({
    suite: text,
    id: text,
    tags: [text],
    turns: [text],
    cost: 3,
    expected: text,
    actual: text,
    problems: [text],
    checks: { [text]: false },
    replies: [
      sampleReply({
        answer: { text, readingGrade: null, sentences: [{ text, citations: [1], role: null }] },
        citations: [
          sampleCitation({ title: text, section: text, quote: text, documentId: text, documentVersion: text }),
        ],
        notice: text,
        missing: [text],
        notCovered: [text],
        composer: text,
        trace: { asks: [text], rules: [text], retrieved: [{ ask: 0, passageId: text, score: 1 }] },
      }),
    ],
  });
  const identity = {
    commit: text,
    corpus: text,
    prompts: text,
    index: text,
    encoder: text,
    model: text,
    documents: [{ documentId: text, title: text, version: text }],
  };
  const run = sampleRun([record], { identity });
  const finding = { ...sampleComparison().findings[0]!, suite: text, check: text, why: text, worse: [text, 'gone'] };
  const comparison = sampleComparison({
    findings: [finding],
    baseline: { commit: text, name: text, reason: text },
  });
  const bad = parsePage(renderReport(sampleReport({ run, comparison, limits: [text] })));
  expect(bad.byTag('script', 'style').map(({ tagName }) => tagName)).toEqual(['style']);
  expect(
    bad.all.flatMap(({ properties }) => Object.keys(properties)).filter((name) => /^on|autoFocus/u.test(name)),
  ).toEqual([]);
  expect(bad.byTag('bdi', 'blockquote', 'li').filter((node) => textOf(node) === seen).length).toBeGreaterThan(15);
  const ids = bad.all.flatMap(({ properties }) => properties['id'] ?? []);
  expect(ids.every((id) => /^[A-Za-z0-9_-]+$/u.test(String(id)))).toBe(true);
});

it('has something to say about a run without a case', () => {
  const empty = parsePage(renderReport(sampleReport({ run: sampleRun([]), comparison: null, limits: [] })));
  expect(empty.textIn('matrix')).toContain('No case of this run is asked.');
  expect(empty.textIn('safety')).toContain('no such figure');
});
