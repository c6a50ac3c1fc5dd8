import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readSuite } from '#evaluation/read-suite.ts';
import { formatProportion, type Proportion } from '#evaluation/statistics/exact-interval.ts';
import { createMutants } from '#evaluation/verifier/create-mutants.ts';
import { scoreDrafts } from '#evaluation/verifier/score-drafts.ts';
import { scoreMutations } from '#evaluation/verifier/score-mutations.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';
import { openVerifier } from './verifier/open-verifier.ts';
import { readNames, readReviewed, readSentences } from './verifier/read-sentences.ts';

const HELP = `
Usage: npm run bench:verifier -- [--split dev|test] [--seed 1] [--corpus corpus] [--wrong]

Measures the verifier of claims: what it accepts and rejects of the sentences in evals/suites/drafts.jsonl, and how many
changes it notices in sentences of the documents, one change each. With exact 95% intervals, and the time a claim takes.

  --split  dev (default) or test. The test split is for a figure, once: do not look at its cases
  --seed   which changes are made
  --wrong  also prints what was judged wrong; of dev only
`;

const SUITE = fileURLToPath(new URL('../../evals/suites/drafts.jsonl', import.meta.url));

const print = (line: string) => process.stdout.write(`${line}\n`);
const row = (name: string, share: Proportion) =>
  print(
    `  ${name.padEnd(22)} ${formatProportion(share)}  exact ${(100 * share.lower).toFixed(2)}–${(100 * share.upper).toFixed(2)}%`,
  );

async function measure(): Promise<void> {
  const { values } = parseCommand(HELP, {
    split: { type: 'string' },
    seed: { type: 'string' },
    corpus: { type: 'string' },
    wrong: { type: 'boolean' },
  });
  const split = values['split'] ?? 'dev';
  if (split !== 'dev' && split !== 'test') refuseUsage('--split is dev or test.', HELP);
  const corpusDir = String(values['corpus'] ?? 'corpus');
  const showsWrong = values['wrong'] === true && split === 'dev';
  const [verify, sentences, names] = await Promise.all([
    openVerifier(corpusDir),
    readSentences(corpusDir),
    readNames(corpusDir),
  ]);
  const cases = (await readSuite(SUITE)).filter((item) => item.split === split);
  const drafts = scoreDrafts(cases, verify);
  print(`drafts, ${split}`);
  row('supported accepted', drafts.supportedAccepted);
  row('unsupported rejected', drafts.unsupportedRejected);
  for (const [fault, share] of drafts.byFault) row(`  ${fault}`, share);

  const reviewed = await readReviewed(corpusDir);
  print('sentences of reviewed answers');
  row('accepted', scoreMutations(reviewed, [], verify).verbatimAccepted);

  const drafted = drafts.judged.flatMap(({ sentence, reason }) =>
    sentence.supported && reason === null ? [{ text: sentence.text, evidence: sentence.quotes }] : [],
  );
  const changed = createMutants({ sentences: drafted, names, seed: Number(values['seed'] ?? 1) });
  const changedScores = scoreMutations(drafted, changed, verify);
  print('accepted drafts, changed: rejected');
  for (const [kind, share] of changedScores.rejected) row(kind, share);

  const mutants = createMutants({ sentences, names, seed: Number(values['seed'] ?? 1) });
  const start = performance.now();
  const scores = scoreMutations(sentences, mutants, verify);
  const spent = (performance.now() - start) / (sentences.length + mutants.length);
  print(`sentences of ${corpusDir}`);
  row('verbatim accepted', scores.verbatimAccepted);
  print('changed sentences, rejected');
  for (const [kind, share] of scores.rejected) row(kind, share);
  print(`${spent.toFixed(2)} ms a claim`);
  if (!showsWrong) return;
  for (const { id, sentence, reason } of drafts.judged)
    if (sentence.supported === (reason !== null))
      print(
        `${id} ${sentence.fault ?? 'supported'} ${reason ?? 'accepted'}\n    ${sentence.text}\n    < ${sentence.quotes.join(' ¦ ')}`,
      );
  for (const { text, reason } of scores.refused) print(`verbatim refused: ${reason}\n    ${text}`);
  for (const { kind, text, original, evidence } of [...changedScores.missed, ...scores.missed])
    print(
      `${kind} missed\n    ${text}\n    < ${kind === 'passage' ? evidence.join(' ¦ ') : `${original}\n    < ${evidence.join(' ¦ ')}`}`,
    );
}

measure().then(() => process.exit(EXIT.done), endWithFault);
