import { describe, expect, it } from 'vitest';
import { renderReport } from '#evaluation/report/render-report.ts';
import { elementsOf, parsePage, textOf } from '../../../support/parse-page.ts';
import { sampleComparison, sampleFinding, sampleReport, sampleRun } from '../../../support/report-sample.ts';
import { hostile, sampleRecord, shownOf } from '../../../support/report-sample-records.ts';
import { sampleCitation, sampleReply } from '../../../support/report-sample-replies.ts';

const page = parsePage(renderReport(sampleReport()));
const ofRecords = (...records: ReturnType<typeof sampleRecord>[]) =>
  parsePage(renderReport(sampleReport({ run: sampleRun(records), comparison: null })));

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

  it('tells what got better and worse before anything else, and limits last', () => {
    const titles = page.byTag('h2').map(textOf);
    expect(titles[0]).toBe('What got better and worse');
    expect(titles.slice(1)).toEqual([
      'Safety',
      'Decisions',
      'Answers',
      'Citations',
      'Retrieval',
      'By kind of question and topic',
      'Worst cases',
      'Known limits',
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
});

describe('what got better and worse', () => {
  it('says in words whether it passes', () => {
    expect(textOf(page.byClass('verdict')[0]!)).toMatch(/Fails against the baseline accepted on 2026-11-20/u);
    const passed = parsePage(renderReport(sampleReport({ comparison: sampleComparison({ verdict: 'pass' }) })));
    expect(textOf(passed.byClass('verdict')[0]!)).toMatch(/Passes against/u);
    const alone = parsePage(renderReport(sampleReport({ comparison: null })));
    expect(textOf(alone.byClass('verdict')[0]!)).toMatch(/Not compared/u);
  });

  it('lists failing checks of safety first, with before, after and why', () => {
    const findings = page.byClass('finding').map(textOf);
    expect(findings).toHaveLength(5);
    expect(findings[0]).toMatch(/Fails: Screening – Alarms raised/u);
    expect(findings[0]).toContain('Passed before: 223 of 228. Now: 222 of 228. 1 worse, 0 better');
    expect(findings[1]).toMatch(/Fails: Caveats/u);
    expect(findings[3]).toMatch(/Better: Near misses/u);
    expect(findings[4]).toMatch(/Worse, for information: Questions – Answer rate/u);
  });

  it('tells each case with its question, what should come, what came and what is wrong', () => {
    const told = textOf(page.byId('case-screening--screen-emergency-001'));
    expect(told).toContain('cant breathe properly');
    expect(told).toContain('Should come: Emergency card. Came: Answered.');
    expect(told).toContain('at a cost of 100');
    expect(told).toContain('Alarms raised');
  });

  it('tells what is wrong in a case beyond its outcome', () => {
    expect(textOf(page.byId('case-caveats--c-002'))).toContain('A limitation or other source is missing');
  });

  it('tells chance for a check of quality alone, and a measure by its mean', () => {
    const ndcg = {
      suite: 'retrieval',
      check: 'ndcg10',
      before: { passed: 38.25, of: 45 },
      after: { passed: 34.2, of: 45 },
    };
    const comparison = sampleComparison({
      findings: [
        ...sampleComparison().findings,
        sampleFinding({ ...ndcg, pValue: null, fails: true, why: 'Fell.', worse: ['ret-001'] }),
      ],
    });
    const findings = parsePage(renderReport(sampleReport({ comparison })));
    const told = (label: string) =>
      findings
        .byClass('finding')
        .map(textOf)
        .find((text) => text.includes(label));
    expect(told('nDCG in the first 10')).toContain(
      'Mean before: 0.85. Now: 0.76, over 45. 1 worse, 0 better (quality).',
    );
    expect(told('Caveat carried')).toContain('in 25% of runs');
    expect(told('Alarms raised')).not.toContain('chance');
    expect(textOf(findings.byId('case-retrieval--ret-001'))).toContain('nDCG in the first 10: now 0.60');
    expect(findings.textIn('retrieval')).toContain('baseline 0.85');
  });

  it('names what differs and does not hide a case that is gone', () => {
    const text = page.textIn('changes');
    expect(text).toContain('What differs: the prompts and fixed texts and the code.');
    expect(text).toContain('q-removed');
    expect(text).toContain('12 cases of this run are new and 1 case of the baseline is gone');
  });

  it('tells the first forty in full and the rest by name', () => {
    const worse = Array.from({ length: 90 }, (_, at) => `q-${String(at + 1).padStart(3, '0')}`);
    const [finding] = sampleComparison().findings;
    const many = parsePage(
      renderReport(sampleReport({ comparison: sampleComparison({ findings: [{ ...finding!, worse }] }) })),
    );
    const changes = elementsOf(many.byId('changes'));
    expect(many.byClass('case', changes)).toHaveLength(40);
    for (const id of worse) expect(many.textIn('changes')).toContain(id);
  });
});

describe('the decision matrix', () => {
  it('says count and cost in words, and shades the costlier darker', () => {
    const cells = page.byClass('cell', elementsOf(page.byId('matrix')));
    const told = cells.map((cell) => ({
      text: textOf(cell),
      shade: String([cell.properties['className'] ?? []].flat()[1]),
    }));
    expect(told).toContainEqual({ text: '1 cost 100', shade: 'shade-4' });
    expect(told).toContainEqual({ text: '91 right', shade: 'shade-0' });
    expect(page.textIn('matrix')).toContain('1 × “emergency card” should come, “answered” came (cost 100 each)');
  });

  it('scores each class by itself', () => {
    expect(page.textIn('matrix')).toContain('91 of 93 98%, 92–99.7%');
    expect(page.textIn('matrix')).toMatch(/Suite by suite.*Screening.*Crisis card 55 of 55/u);
    expect(page.textIn('matrix')).toContain('55 of 55 100%, 94–100%');
  });
});

describe('figures', () => {
  it('put the error rate right beneath the answer rate', () => {
    const labels = page.byClass('label', elementsOf(page.byId('answers'))).map(textOf);
    const places = labels.flatMap((label, at) => (label === 'Answer rate' ? [at] : []));
    expect(places.length).toBeGreaterThan(2);
    for (const at of places) expect(labels.slice(at + 1, at + 3)).toEqual(['Error rate', 'Right, of those answered']);
  });

  it('put a copy baseline beside what it is a baseline of, and cuts in their order', () => {
    const run = sampleRun();
    const like = (name: string, suite: string) => {
      const metric = run.metrics.find((one) => one.name === 'retrieval.ndcg10')!;
      return { ...metric, name: `${suite}.${name}`, suite };
    };
    const metrics = [...run.metrics, like('copyRight', 'questions'), like('recall10', 'retrieval')];
    const other = parsePage(renderReport(sampleReport({ run: { ...run, metrics } })));
    const labels = (id: string) => other.byClass('label', elementsOf(other.byId(id))).map(textOf);
    const answers = labels('answers');
    expect(answers.indexOf('– copy baseline')).toBe(answers.indexOf('Right, of all') + 1);
    const retrieval = labels('retrieval');
    expect(retrieval.indexOf('Recall in the first 3')).toBeLessThan(retrieval.indexOf('Recall in the first 10'));
  });

  it('say beside offline support that it is consistency, not truth, and show its control', () => {
    expect(page.textIn('citations')).toContain('Support measured offline is consistency, not truth.');
    expect(page.textIn('citations')).toContain('random control');
  });

  it('draw a figure and its controls on one scale', () => {
    const rows = elementsOf(page.byId('citations')).filter(({ tagName }) => tagName === 'tr');
    const place = (label: string) => {
      const row = rows.find((one) => textOf(one).includes(label))!;
      return Number.parseFloat(String(page.byClass('dot', elementsOf(row))[0]?.properties['cx']));
    };
    expect(place('Citation recall')).toBeCloseTo(95.3, 0);
    expect(place('copy baseline')).toBeCloseTo(96.9, 0);
    expect(place('random control')).toBeCloseTo(4.2, 0);
  });

  it('show the baseline beside the figure', () => {
    expect(page.textIn('safety')).toContain('baseline 5 of 228 (2.2%)');
  });

  it('show a metric that nobody has described, under its own name', () => {
    const run = sampleRun();
    const [metric] = run.metrics;
    const metrics = [...run.metrics, { ...metric!, name: 'screening.newThing', kind: 'quality' as const }];
    const other = parsePage(renderReport(sampleReport({ run: { ...run, metrics } })));
    expect(other.textIn('others')).toContain('New thing');
  });

  it('draw a slice of five cases and only name a smaller one', () => {
    const suite = page.byClass('slices').find((one) => textOf(one).startsWith('Questions'))!;
    expect(textOf(suite)).toContain('Not drawn, for fewer than 5 cases say nothing: rare (0 of 1)');
    const labels = page.byClass('label', elementsOf(suite)).map(textOf);
    expect(labels).toContain('non-native');
    expect(labels).not.toContain('rare');
  });
});

describe('worst cases', () => {
  it('puts the costliest first, and links a case that was told before instead of telling it again', () => {
    const cases = page.byClass('case', elementsOf(page.byId('cases'))).map(textOf);
    expect(cases[0]).toContain('cost 50');
    expect(page.textIn('cases')).toContain('told under “What got better and worse”');
    expect(cases.some((text) => text.includes('screen-emergency-001'))).toBe(false);
  });

  it('shows evidence, trace and the conversation before', () => {
    const record = sampleRecord({
      turns: ['What is CIK therapy?', 'And for stomach cancer?'],
      replies: [sampleReply(), sampleReply({ citations: [sampleCitation({ quote: '70–76%', start: 12, end: 18 })] })],
      cost: 8,
      problems: ['Does not say “72–78%”.'],
    });
    const text = ofRecords(record).textIn('cases');
    for (const part of [
      'What is CIK therapy?',
      'And for stomach cancer?',
      '70–76%',
      'characters 12 to 18',
      'what-is-cik-07',
      '0.913',
      'Does not say “72–78%”.',
    ])
      expect(text).toContain(part);
  });

  it('has words for a case without a reply and for a run without a fault', () => {
    expect(ofRecords(sampleRecord({ replies: [], problems: ['Rejects a good sentence.'] })).textIn('cases')).toContain(
      'scored without a reply',
    );
    expect(ofRecords(sampleRecord()).textIn('cases')).toContain('No case has anything wrong with it.');
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
