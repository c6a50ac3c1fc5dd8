import { readdir } from 'node:fs/promises';
import type { ClassifierFile } from '#assistant/screen/classify/classifier-file.ts';
import { createFeatureReader } from '#assistant/screen/classify/list-features.ts';
import { createMessageReader } from '#assistant/screen/read-message.ts';
import { readRules } from '#assistant/screen/read-rules.ts';
import { viewMessage } from '#assistant/screen/view-message.ts';
import { replaceFile } from '#evaluation/replace-file.ts';
import { exactInterval, formatProportion } from '#evaluation/statistics/exact-interval.ts';
import type { Scored } from '#evaluation/training/screen/calibrate.ts';
import { CLASSIFIER_PLANS, type ClassifierPlan } from '#evaluation/training/screen/classifier-plan.ts';
import { fitClassifier } from '#evaluation/training/screen/fit-classifier.ts';
import { commonestWords, type SeenMessage } from '#evaluation/training/screen/seen-message.ts';
import { readTrainingMessages, type TrainingMessage } from '#evaluation/training/screen/training-message.ts';
import { embedWithCache } from '#knowledge/embedding/embed-with-cache.ts';
import { LocalEmbeddings } from '#knowledge/embedding/local-embeddings.ts';
import { createSqliteEmbeddingCache } from '#storage/sqlite/embedding-cache.ts';
import { fromPackage } from '../compose/from-package.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run train:screen [-- NAME… --write --cache FILE]

Fits the classifiers of the screen (all, or the named ones) to the messages of evals/training, and prints how each judges
messages of groups that it has not seen, at its thresholds. Deterministic: the same messages and rules give the same files.

  --write  puts them into prompts/classifiers/, unsigned
  --cache  a file that keeps embeddings for the next run (none)
`;

const FOLDER = fromPackage('evals/training');

async function readAll(): Promise<TrainingMessage[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.jsonl')).sort();
  return (await Promise.all(names.map((name) => readTrainingMessages(`${FOLDER}/${name}`)))).flat();
}

async function see(messages: readonly TrainingMessage[]): Promise<SeenMessage[]> {
  const rules = await readRules(fromPackage('prompts/screen'));
  const read = createMessageReader(rules);
  return messages.map((message) => {
    const isText = message.label === 'order' || message.label === 'prose';
    const heard = isText ? { view: viewMessage(message.text, rules, []), found: [] } : read(message.text);
    return {
      ...message,
      features(functionWords) {
        const reader = createFeatureReader(heard, functionWords);
        return reader.list(0, reader.sentences);
      },
      words: new Set(heard.view.tokens.map(({ word, readings }) => readings[0] ?? word)),
      vector: null,
    };
  });
}

async function embedAll(messages: readonly SeenMessage[], cacheFile: string) {
  const embedder = new LocalEmbeddings({ workers: 1 });
  const cache = createSqliteEmbeddingCache(cacheFile);
  try {
    const texts = messages.map(({ text }) => text);
    const vectors = await embedWithCache(texts, { embedder, cache });
    return { encoder: embedder.identity, messages: messages.map((m, at) => ({ ...m, vector: vectors[at] ?? null })) };
  } finally {
    await embedder.close();
  }
}

function describe({ id, thresholds }: ClassifierPlan, file: ClassifierFile, heldOut: readonly Scored[]): string {
  const { slope, offset } = file.calibration;
  const rows = Object.entries(thresholds).map(([name, threshold]) => {
    const above = (isPositive: boolean) => {
      const all = heldOut.filter((one) => one.isPositive === isPositive);
      const said = all.filter(({ score }) => 1 / (1 + Math.exp(-(slope * score + offset))) >= threshold);
      return formatProportion(exactInterval(said.length, all.length));
    };
    return `  ${name} ${threshold}\tof its kind ${above(true)}\tof the others ${above(false)}\n`;
  });
  return `${id}\t${heldOut.length} messages, ${Object.keys(file.model.weights).length} features\n${rows.join('')}`;
}

async function train(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, { write: { type: 'boolean' }, cache: { type: 'string' } });
  const unknown = positionals.filter((name) => !CLASSIFIER_PLANS.some(({ id }) => id === name));
  if (unknown.length > 0)
    refuseUsage(`${unknown.join(', ')}: there are ${CLASSIFIER_PLANS.map(({ id }) => id).join(', ')}.`, HELP);
  const plans = CLASSIFIER_PLANS.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  const all = await see(await readAll());
  const functionWords = commonestWords(all);
  for (const plan of plans) {
    const shown = all.filter(({ label }) => plan.among.includes(label));
    const { encoder, messages } = plan.usesEncoder
      ? await embedAll(shown, String(values['cache'] ?? ':memory:'))
      : { encoder: null, messages: shown };
    const examples = messages.map((message) => ({ message, isPositive: plan.isPositive(message) }));
    const { heldOut, ...fitted } = fitClassifier(examples, functionWords);
    const file: ClassifierFile = {
      id: plan.id,
      version: 1,
      source: `${plan.tells} Fitted to evals/training; docs/screening.md is its card`,
      owner: 'Citewell',
      date: new Date().toISOString().slice(0, 10),
      reviewedBy: null,
      made: { messages: messages.length, command: 'npm run train:screen -- --write' },
      encoder,
      functionWords,
      ...fitted,
      thresholds: { ...plan.thresholds },
    };
    process.stdout.write(describe(plan, file, heldOut));
    if (values['write'] === true)
      await replaceFile(fromPackage(`prompts/classifiers/${plan.id}.json`), `${JSON.stringify(file, null, 2)}\n`);
  }
}

train().then(() => process.exit(EXIT.done), endWithFault);
