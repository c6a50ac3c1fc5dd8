import { setInterval } from 'node:timers';
import { pino } from 'pino';
import { forbidTracing } from '#config/forbid-tracing.ts';
import { readConfig } from '#config/read-config.ts';
import { warnAbout } from '#config/warn-about.ts';
import { startServer } from '#http/start-server.ts';
import { stopOnSignals } from '#http/stop-on-signals.ts';
import { endWithFault } from './end-with-fault.ts';
import { parseCommand } from './parse-command.ts';

const HELP = `
Usage: npm start

Brings the index up to date with the documents in CORPUS_DIR and serves the page, the API and the health checks.
Settings are environment variables: docs/settings.md lists them.
`;

const DAY_MS = 86_400_000;

async function serve(): Promise<void> {
  parseCommand(HELP);
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  for (const name of forbidTracing(process.env, config.allowTracing))
    log.warn({ name }, 'A tracing variable was ignored.');
  for (const warning of warnAbout(config)) log.warn({}, warning);

  // Loaded only now, so that help, usage and bad settings answer at once.
  const { compose } = await import('#compose.ts');
  const citewell = await compose(config, { log });
  const { app, care, streams } = citewell;
  // First: what follows ends the turns that no server runs any more.
  citewell.claimServer();
  const server = await startServer({ app, host: config.host, port: config.port, care, streams, log });
  if (citewell.unsigned.length > 0)
    log.warn({ files: citewell.unsigned.length }, 'Safety files that nobody has signed: npm run sign lists them.');
  const ended = await care.recover();
  if (ended > 0) log.warn({ turns: ended }, 'Turns that the last process left running were ended.');
  log.info({ url: server.url }, `Citewell listens on ${server.url}`);

  const purge = () =>
    care.purge().then(
      (conversations) => conversations > 0 && log.info({ conversations }, 'Conversations past retention were erased.'),
      (error: unknown) => log.error({ err: error }, 'Retention could not be applied.'),
    );
  void purge();
  const daily = setInterval(purge, DAY_MS);
  let isStopping = false;
  stopOnSignals({
    signals: process,
    exit: (code) => process.exit(code),
    log,
    stop: async () => {
      isStopping = true;
      clearInterval(daily);
      await server.stop();
      await citewell.close();
    },
  });

  const started = Date.now();
  try {
    const report = await citewell.bringUpToDate();
    for (const { file, reason } of report.failures) log.warn({ file, reason }, 'A document was left out.');
    for (const { file, reason } of report.answers.warnings)
      log.warn({ file, reason }, 'A reviewed answer needs to be looked at.');
    const inDocuments = report.warnings.length - report.answers.warnings.length;
    if (inDocuments > 0)
      log.warn(
        { warnings: inDocuments },
        'Documents hold text that is hidden or meant for a machine: npm run ingest lists it.',
      );
    const { added, updated, unchanged, withdrawn } = report;
    log.info({ added, updated, unchanged, withdrawn, ms: Date.now() - started }, 'The documents are ready.');
  } catch (error) {
    // Stopping breaks it off, and ends the process by itself.
    if (isStopping) return;
    if (!citewell.knowledge.readiness().ready) throw error;
    log.error({ err: error }, 'The documents could not be brought up to date: those in force before are served.');
  }
  citewell.watch();
}

serve().catch(endWithFault);
