import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAskReader, stemOf } from '#assistant/ask/create-ask-reader.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import { type AssistantDeps, createAssistant } from '#assistant/create-assistant.ts';
import { createNotices } from '#assistant/notices/create-notices.ts';
import { createOrderJudge } from '#assistant/orders/judge-order.ts';
import { createAnswersSnapshot } from '#assistant/reviewed/answers-snapshot.ts';
import { createReviewedAnswers } from '#assistant/reviewed/create-reviewed-answers.ts';
import { createIngestCorpus } from '#assistant/reviewed/ingest-corpus.ts';
import { createScreen } from '#assistant/screen/create-screen.ts';
import { createTooMuchFinder } from '#assistant/screen/told/create-too-much-finder.ts';
import { createEvidence } from '#assistant/turn/create-evidence.ts';
import { createEmbedMessage } from '#assistant/turn/embed-message.ts';
import { readClaimVerifier } from '#assistant/verify/claim/read-claim-verifier.ts';
import { claimServer } from '#care/claim-server.ts';
import { createCare } from '#care/create-care.ts';
import type { Config } from '#config/config-schema.ts';
import { requireCorpusFolder } from '#config/require-corpus-folder.ts';
import { Fault } from '#domain/fault.ts';
import type { Clock, Embedder, Ids } from '#domain/ports.ts';
import { createReview } from '#evaluation/review/create-review.ts';
import { createApp } from '#http/create-app.ts';
import { createIdentifyByKey } from '#http/identify-by-key.ts';
import { presentOrganisation } from '#http/present-organisation.ts';
import { createKnowledge } from '#knowledge/create-knowledge.ts';
import { cacheQuestions } from '#knowledge/embedding/cache-questions.ts';
import { createReadCorpus } from '#knowledge/ingest/read-corpus.ts';
import { openDataFiles } from '#storage/sqlite/open-data-files.ts';
import { openTracing } from '#tracing/open-tracing.ts';
import { createEmbedder } from './compose/create-embedder.ts';
import { createUpkeep } from './compose/create-upkeep.ts';
import { fromPackage } from './compose/from-package.ts';
import { listUnsigned } from './compose/list-unsigned.ts';
import { readInputs } from './compose/read-inputs.ts';

export interface Ports {
  readonly log: Logger;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** In place of the one that the settings name. */
  readonly embedder?: Embedder;
  /** Puts other parts in place of the assistant's own: what an evaluation breaks on purpose. */
  readonly assistant?: (deps: AssistantDeps) => AssistantDeps;
}

/** Questions whose vectors are remembered: two kilobytes each. */
const REMEMBERED_QUESTIONS = 1_000;

const systemClock: Clock = { now: () => new Date() };
const randomIds: Ids = { next: () => randomBytes(16).toString('base64url') };

/** Builds every part once and wires them together: the only place that constructs adapters. */
export async function compose(config: Config, ports: Ports) {
  const { log, clock = systemClock, ids = randomIds } = ports;
  await requireCorpusFolder(config.corpusDir);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const inputs = await readInputs(config);
  const { organisation, glossary, secret } = inputs;
  const { dataDir, databaseUrl } = config;
  const { storage, ...files } = openDataFiles({ dataDir, databaseUrl, clock });
  // One memory for all that asks: a message of one question is embedded once.
  const embedder = cacheQuestions(ports.embedder ?? (await createEmbedder(config)), REMEMBERED_QUESTIONS);
  const knowledge = createKnowledge({
    store: storage.documents,
    embedder,
    embeddingCache: files.embeddingCache,
    lock: files.writerLock,
    glossary,
    readCorpus: createReadCorpus(config.corpusDir, inputs.askInputs.findOrder),
    corpusDir: config.corpusDir,
    dataDir: config.dataDir,
    clock,
    log,
  });
  const organisationNames = organisation.ownQuestions;
  const askReader = createAskReader({ glossary, organisationNames, ...inputs.askInputs });
  const verifyClaim = await readClaimVerifier(fromPackage('prompts/answer'), {
    glossary,
    organisationNames,
    ...inputs.askInputs,
  });
  const notices = createNotices({ files: inputs.noticeFiles, organisation, retentionDays: config.retentionDays });
  const tracing = await openTracing(config, log);
  const untraced = createEvidence({
    search: knowledge.search,
    documents: storage.documents,
    isOrder: createOrderJudge(inputs.classifiers.order, inputs.rules),
  });
  const evidence = tracing?.evidence(untraced) ?? untraced;
  const reader = (): AskReader => {
    const words = knowledge.words();
    if (!words) throw new Fault('not_ready', 'The documents are still being indexed.');
    return askReader(words);
  };
  const reviewed = createReviewedAnswers({
    corpusDir: config.corpusDir,
    snapshot: createAnswersSnapshot(join(config.dataDir, 'answers.json')),
    documents: storage.documents,
    formWords: inputs.formWords,
    clock,
    log,
  });
  const ingest = createIngestCorpus({ knowledge, reviewed, corpusDir: config.corpusDir });
  const assistantDeps: AssistantDeps = {
    screen: createScreen({
      rules: inputs.rules,
      classifiers: inputs.classifiers,
      locales: organisation.locales,
      vocabulary: { has: (word) => (knowledge.words()?.documentFrequency(stemOf(word)) ?? 0) > 0 },
      organisationNames,
    }),
    embedMessage: createEmbedMessage({ embedder, encoder: inputs.classifiers['own-case-with-encoder'].encoder, log }),
    findTooMuch: createTooMuchFinder(inputs.cues),
    notice: notices.render,
    fixed: notices.fixed,
    reader,
    evidence,
    reviewed,
    clock,
  };
  const composed = createAssistant(ports.assistant?.(assistantDeps) ?? assistantDeps);
  const assistant = tracing?.assistant(composed) ?? composed;
  const care = createCare({
    store: storage.conversations,
    assistant,
    clock,
    ids,
    secret: Buffer.from(secret),
    defaultLocale: organisation.locales[0],
    retentionDays: config.retentionDays,
    turnTimeoutMs: config.turnTimeoutMs,
    maxConcurrentTurns: config.maxConcurrentTurns,
    log,
  });
  const review = createReview({
    store: storage.reviews,
    log: storage.conversations,
    clock,
    ids,
    shares: {
      seed: config.reviewSeed,
      any: config.reviewPercent / 100,
      abstained: config.reviewAbstainedPercent / 100,
      escalated: config.reviewEscalatedPercent / 100,
    },
  });
  const unsigned = await listUnsigned(organisation.emergency);
  const streams = new AbortController();
  const app = createApp({
    care,
    knowledge,
    assistant,
    review,
    identifyStaff: createIdentifyByKey(config.staffKeys),
    organisation: presentOrganisation(organisation),
    unsigned,
    settings: config,
    clock,
    ids,
    log,
    pageDir: fromPackage('dist/web'),
    stopping: streams.signal,
  });

  const { updateIndex, bringUpToDate, watch } = createUpkeep({
    knowledge,
    assistant,
    ingest,
    documents: storage.documents,
    suggestions: organisation.suggestions,
    findOrder: inputs.askInputs.findOrder,
    log,
  });
  let releaseServer = (): void => undefined;

  async function close(): Promise<void> {
    await tracing?.close();
    await knowledge.close();
    storage.close();
    releaseServer();
  }

  return {
    app,
    assistant,
    care,
    knowledge,
    review,
    organisation,
    unsigned,
    streams,
    reader,
    evidence,
    /** Whether a sentence is carried by quotes; offline. */
    verifyClaim,
    /** Before serving; held until closed. Fault: `state_conflict`. */
    claimServer() {
      releaseServer = claimServer(files.serverLock, files.database);
    },
    ingest,
    updateIndex,
    bringUpToDate,
    watch,
    close,
  };
}

export type Citewell = Awaited<ReturnType<typeof compose>>;
