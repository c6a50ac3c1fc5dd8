import { z } from 'zod';
import { isAddressBlock, isExactOrigin, listOf, webAddress, wholeNumber, yesOrNo } from './read-values.ts';
import { setting } from './setting.ts';
import { staffKeys } from './staff-keys.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting. Order here is order on the settings page. */
export const configSchema = z.object({
  port: setting(wholeNumber(0, 65_535, 8787), {
    env: 'PORT',
    must: 'a port number from 0 to 65535',
    about: 'Port the server listens on; 0 takes a free one.',
    shownDefault: '8787',
  }),
  host: setting(z.string().default('127.0.0.1'), {
    env: 'HOST',
    must: 'an address or host name',
    about: 'Address the server listens on; `0.0.0.0` to be reached from other machines.',
    shownDefault: '127.0.0.1',
  }),
  corpusDir: setting(z.string().default('corpus'), {
    env: 'CORPUS_DIR',
    must: 'a folder',
    about: 'Folder with the reviewed documents, `glossary.yaml` and `organisation.yaml`.',
    shownDefault: 'corpus',
  }),
  dataDir: setting(z.string().default('var'), {
    env: 'DATA_DIR',
    must: 'a folder',
    about: 'Folder for the database, the index and the server secret; created when missing.',
    shownDefault: 'var',
  }),
  databaseUrl: setting(
    z
      .string()
      .regex(/^(file|sqlite):./)
      .optional(),
    {
      env: 'DATABASE_URL',
      must: 'a file: or sqlite: address (only SQLite is supported)',
      about:
        'SQLite file to use, as `file:` or `sqlite:` address; unset uses a file in `DATA_DIR`. No other database is supported yet.',
      shownDefault: null,
    },
  ),
  openaiApiKey: setting(z.string().optional(), {
    env: 'OPENAI_API_KEY',
    must: 'a key',
    about: 'Key for the OpenAI-compatible endpoint that `EMBEDDING_MODEL` is asked from; unset sends none.',
    shownDefault: null,
  }),
  openaiBaseUrl: setting(webAddress(), {
    env: 'OPENAI_BASE_URL',
    must: 'an http(s) address without credentials or query',
    about:
      'Address of the OpenAI-compatible endpoint; unset means OpenAI itself, and only once `EMBEDDING_MODEL` is set.',
    shownDefault: null,
  }),
  chatModel: setting(z.string().optional(), {
    env: 'CHAT_MODEL',
    must: 'a model name',
    about:
      'Has no effect yet: composition by a model is not built, answers stay extractive, and the start warns when this is set.',
    shownDefault: null,
  }),
  embeddingModel: setting(z.string().optional(), {
    env: 'EMBEDDING_MODEL',
    must: 'a model name',
    about: 'Embedding model of the endpoint; unset uses the model that runs on this machine, and no text leaves it.',
    shownDefault: null,
  }),
  allowedOrigins: setting(listOf(isExactOrigin), {
    env: 'ALLOWED_ORIGINS',
    must: 'a comma-separated list of exact origins such as https://clinic.example',
    about: 'Other websites whose pages may call this server, comma-separated exact origins; unset allows none.',
    shownDefault: null,
  }),
  publicUrl: setting(webAddress(), {
    env: 'PUBLIC_URL',
    must: 'an http(s) address without credentials or query',
    about: 'Address people reach this server at; with https, browsers are told to keep to https for a year.',
    shownDefault: null,
  }),
  apiKeys: setting(
    listOf((key) => key.length >= 16),
    {
      env: 'API_KEYS',
      must: 'a comma-separated list of keys of 16 characters or more',
      about:
        'Has no effect yet: the OpenAI-compatible route it will guard is not built, and the start warns when this is set.',
      shownDefault: null,
    },
  ),
  staffKeys: setting(staffKeys(), {
    env: 'STAFF_KEYS',
    must: 'a comma-separated list of name:role:key, each name and key once, each key of 32 characters or more',
    about:
      'Who of the staff may use the review routes, comma-separated `name:role:key` with `evaluator`, `adjudicator`, `coordinator` or `admin` as role (`role+role` for two); unset lets nobody in.',
    shownDefault: null,
  }),
  serverSecret: setting(z.string().min(32).optional(), {
    env: 'SERVER_SECRET',
    must: '32 characters or more',
    about:
      'Secret that conversation tokens are made with; unset creates one in `DATA_DIR`, readable by its owner only.',
    shownDefault: null,
  }),
  rateLimitPerMinute: setting(wholeNumber(0, 1_000_000, 30), {
    env: 'RATE_LIMIT_PER_MINUTE',
    must: 'a whole number from 0 to 1000000',
    about:
      'Messages (and, counted apart, searches, feedback and review requests) one client address, conversation or staff member may send in a minute; 0 is no limit.',
    shownDefault: '30',
  }),
  reviewPercent: setting(wholeNumber(0, 100, 5), {
    env: 'REVIEW_PERCENT',
    must: 'a whole number from 0 to 100',
    about: 'Percent of all turns that are put up for review, drawn at random; those with a thumbs-down always are.',
    shownDefault: '5',
  }),
  reviewAbstainedPercent: setting(wholeNumber(0, 100, 100), {
    env: 'REVIEW_ABSTAINED_PERCENT',
    must: 'a whole number from 0 to 100',
    about: 'Percent of the turns without an answer for want of evidence or scope that are put up for review.',
    shownDefault: '100',
  }),
  reviewEscalatedPercent: setting(wholeNumber(0, 100, 100), {
    env: 'REVIEW_ESCALATED_PERCENT',
    must: 'a whole number from 0 to 100',
    about: 'Percent of the turns with an emergency, urgent or crisis card that are put up for review.',
    shownDefault: '100',
  }),
  reviewSeed: setting(wholeNumber(0, 999_999_999, 1), {
    env: 'REVIEW_SEED',
    must: 'a whole number from 0 to 999999999',
    about: 'Seed of the draw for review: the same seed draws the same turns.',
    shownDefault: '1',
  }),
  retentionDays: setting(wholeNumber(1, 36_500, 30), {
    env: 'RETENTION_DAYS',
    must: 'a whole number from 1 to 36500',
    about: 'Days after its last entry at which a conversation is erased.',
    shownDefault: '30',
  }),
  embedWorkers: setting(wholeNumber(1, 64, 1), {
    env: 'EMBED_WORKERS',
    must: 'a whole number from 1 to 64',
    about: 'Workers that embed documents with the model on this machine.',
    shownDefault: '1',
  }),
  turnTimeoutMs: setting(wholeNumber(1000, 600_000, 60_000), {
    env: 'TURN_TIMEOUT_MS',
    must: 'a whole number from 1000 to 600000',
    about: 'Milliseconds after which a turn that has not ended is ended.',
    shownDefault: '60000',
  }),
  maxConcurrentTurns: setting(wholeNumber(1, 10_000, 32), {
    env: 'MAX_CONCURRENT_TURNS',
    must: 'a whole number from 1 to 10000',
    about: 'Turns that may run at the same time; one more is refused as overloaded.',
    shownDefault: '32',
  }),
  trustedProxies: setting(listOf(isAddressBlock), {
    env: 'TRUSTED_PROXIES',
    must: 'a comma-separated list of addresses or blocks such as 10.0.0.0/8',
    about: 'Proxies whose `X-Forwarded-For` is believed, comma-separated addresses or blocks; unset believes none.',
    shownDefault: null,
  }),
  logLevel: setting(z.enum(logLevels).default('info'), {
    env: 'LOG_LEVEL',
    must: `one of ${logLevels.join(', ')}`,
    about: 'Least level that is logged.',
    shownDefault: 'info',
  }),
  debugReplies: setting(yesOrNo(), {
    env: 'DEBUG_REPLIES',
    must: 'true or false',
    about: 'Lets anyone ask for the reasoning of a reply with `debug: true`; not for a public server.',
    shownDefault: 'false',
  }),
  allowTracing: setting(yesOrNo(), {
    env: 'ALLOW_TRACING',
    must: 'true or false',
    about:
      "Leaves the `LANGSMITH_*` and `LANGCHAIN_*` variables in force, which can send patients' words to a third party.",
    shownDefault: 'false',
  }),
  otlpTracesUrl: setting(webAddress(), {
    env: 'OTLP_TRACES_URL',
    must: 'an http(s) address without credentials or query',
    about:
      'Address that traces of turns are sent to over OTLP, path included, such as `http://127.0.0.1:6006/v1/traces`; unset loads and sends nothing. Headers for it are taken from `OTEL_EXPORTER_OTLP_HEADERS`.',
    shownDefault: null,
  }),
  otlpWithWords: setting(yesOrNo(), {
    env: 'OTLP_WITH_WORDS',
    must: 'true or false',
    about:
      'Sends what patients write and are told with the traces; without it they hold outcomes, rule ids, passage ids, scores and times.',
    shownDefault: 'false',
  }),
});

export type Config = Readonly<z.output<typeof configSchema>>;
