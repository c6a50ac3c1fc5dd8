import { randomBytes } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createAskReader, stemOf } from '#assistant/ask/create-ask-reader.ts';
import { readEnglishWords } from '#assistant/ask/read-english-words.ts';
import { readEverydayWords, readQuestionWords } from '#assistant/ask/read-question-words.ts';
import { createAssistant } from '#assistant/create-assistant.ts';
import { createNotices } from '#assistant/notices/create-notices.ts';
import { readNotices } from '#assistant/notices/read-notices.ts';
import { createScreen } from '#assistant/screen/create-screen.ts';
import { readRules } from '#assistant/screen/read-rules.ts';
import { createCare } from '#care/create-care.ts';
import type { Config } from '#config/config-schema.ts';
import { readServerSecret } from '#config/server-secret.ts';
import { Fault } from '#domain/fault.ts';
import type { Clock, Embedder, Ids } from '#domain/ports.ts';
import { createApp } from '#http/create-app.ts';
import { presentOrganisation } from '#http/present-organisation.ts';
import { createKnowledge } from '#knowledge/create-knowledge.ts';
import { LocalEmbeddings } from '#knowledge/embedding/local-embeddings.ts';
import { createReadCorpus } from '#knowledge/ingest/read-corpus.ts';
import type { IngestProgress, IngestReport } from '#knowledge/knowledge.ts';
import { readGlossary } from '#knowledge/organisation/read-glossary.ts';
import { readOrganisation } from '#knowledge/organisation/read-organisation.ts';
import { retrieveThroughLangChain } from '#knowledge/ranking/retrieve-through-langchain.ts';
import { createSqliteStorage, type SqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createSqliteEmbeddingCache } from '#storage/sqlite/embedding-cache.ts';

const fromPackage = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Each is tried once, about 20 ms, whenever the index changes. */
const MAX_CANDIDATES = 40;

export interface Ports {
  readonly log: Logger;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** In place of the one that the settings name. */
  readonly embedder?: Embedder;
}

const systemClock: Clock = { now: () => new Date() };
const randomIds: Ids = { next: () => randomBytes(16).toString('base64url') };

async function createEmbedder(config: Config): Promise<Embedder> {
  if (config.embeddingModel === undefined) return new LocalEmbeddings({ workers: config.embedWorkers });
  // Loaded only here: the client takes longer to load than all the rest.
  const { createRemoteEmbedder } = await import('#knowledge/embedding/remote-embeddings.ts');
  return createRemoteEmbedder({
    model: config.embeddingModel,
    baseUrl: config.openaiBaseUrl ?? null,
    apiKey: config.openaiApiKey ?? null,
    timeoutMs: 20_000,
    maxRetries: 2,
    maxBatch: 64,
  });
}

const databasePath = (config: Config): string =>
  config.databaseUrl?.replace(/^(file|sqlite):(\/\/)?/u, '') ?? join(config.dataDir, 'citewell.db');

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new Error(`The corpus folder ${folder} (CORPUS_DIR) is no folder that can be read.`);
}

/** A file that cannot be used is named: that is what has to be put right. */
function openStorage(path: string, clock: Clock): SqliteStorage {
  try {
    return createSqliteStorage({ path, clock });
  } catch (error) {
    if (error instanceof Fault) throw new Fault(error.code, `${path}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Builds every part once and wires them together: the only place that constructs adapters. */
export async function compose(config: Config, ports: Ports) {
  const { log, clock = systemClock, ids = randomIds } = ports;
  await requireFolder(config.corpusDir);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const [organisation, glossary, rules, noticeFiles, questionWords, everyday, secret] = await Promise.all([
    readOrganisation(join(config.corpusDir, 'organisation.yaml')),
    readGlossary(join(config.corpusDir, 'glossary.yaml')),
    readRules(fromPackage('prompts/screen')),
    readNotices(fromPackage('prompts/notices')),
    readFile(fromPackage('prompts/answer/question-words.yaml'), 'utf8').then(readQuestionWords),
    readFile(fromPackage('prompts/answer/everyday-words.yaml'), 'utf8').then(readEverydayWords),
    readServerSecret(config.serverSecret, config.dataDir),
  ]);
  const storage = openStorage(databasePath(config), clock);
  const knowledge = createKnowledge({
    store: storage.documents,
    embedder: ports.embedder ?? (await createEmbedder(config)),
    embeddingCache: createSqliteEmbeddingCache(join(config.dataDir, 'embeddings.db')),
    glossary,
    readCorpus: createReadCorpus(config.corpusDir),
    corpusDir: config.corpusDir,
    dataDir: config.dataDir,
    clock,
    log,
  });
  const organisationNames = organisation.ownQuestions;
  const askReader = createAskReader({
    glossary,
    everyday,
    questionWords,
    organisationNames,
    englishWords: readEnglishWords(),
  });
  const notices = createNotices({ files: noticeFiles, organisation, retentionDays: config.retentionDays });
  const assistant = createAssistant({
    screen: createScreen({
      rules,
      locales: organisation.locales,
      vocabulary: { has: (word) => (knowledge.words()?.documentFrequency(stemOf(word)) ?? 0) > 0 },
      organisationNames,
    }),
    notice: notices.render,
    fixed: notices.fixed,
    reader: () => {
      const words = knowledge.words();
      if (!words) throw new Fault('not_ready', 'The documents are still being indexed.');
      return askReader(words);
    },
    evidence: {
      retrieve: retrieveThroughLangChain(knowledge.search),
      document: (id, version) => storage.documents.find(id, version),
    },
    clock,
  });
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
  const streams = new AbortController();
  const app = createApp({
    care,
    knowledge,
    assistant,
    organisation: presentOrganisation(organisation),
    settings: config,
    clock,
    ids,
    log,
    pageDir: fromPackage('dist/web'),
    stopping: streams.signal,
  });

  /** Questions worth offering: the organisation's own, then those that the documents themselves ask. */
  async function suggestionCandidates(): Promise<string[]> {
    const asked: string[] = [];
    for await (const passage of storage.documents.publishedPassages()) {
      // Below another heading: a question that heads a whole section is often an invitation, not a question.
      const isAsked = passage.kind === 'question_answer' && passage.headingPath.length > 1;
      const question = isAsked ? passage.headingPath.at(-1) : undefined;
      if (question !== undefined && asked.length < MAX_CANDIDATES) asked.push(question);
    }
    return [...organisation.suggestions, ...asked];
  }

  /** Takes over what is stored, then brings the index up to date with the corpus folder. */
  async function updateIndex(onProgress?: (progress: IngestProgress) => void): Promise<IngestReport> {
    // An index over nothing would answer that nothing is known, when it only is not read yet.
    if ((await storage.documents.list()).length > 0) await knowledge.refresh(onProgress);
    return knowledge.ingest([], onProgress);
  }

  /** The index, then the suggestions that it can answer, about 20 ms each: not for a command that answers one question. */
  async function bringUpToDate(onProgress?: (progress: IngestProgress) => void): Promise<IngestReport> {
    const report = await updateIndex(onProgress);
    await assistant.refreshSuggestions(await suggestionCandidates());
    return report;
  }

  async function close(): Promise<void> {
    await knowledge.close();
    storage.close();
  }

  return { app, assistant, care, knowledge, organisation, streams, updateIndex, bringUpToDate, close };
}

export type Citewell = Awaited<ReturnType<typeof compose>>;
