import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type Citewell, compose, type Ports } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';
import type { SupportJudge } from '#evaluation/judge/support-judge.ts';
import type { EvalTarget } from '#evaluation/run/eval-target.ts';
import { createHttpTarget } from './http-target.ts';
import { digestFiles, digestFolder, readCommit } from './identify-tree.ts';
import { VERIFIER_NAME } from './verifier-name.ts';

export interface OpenedProduct {
  readonly target: EvalTarget;
  readonly citewell: Citewell;
  readonly verifier: SupportJudge;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The whole product over `corpusDir`, or `CORPUS_DIR` where that is null, asked through its own HTTP interface; its
 * conversations go to a folder that is removed. `parts` stand in for those of the product.
 */
export async function openProduct(
  corpusDir: string | null = null,
  parts: Omit<Ports, 'log'> = {},
): Promise<OpenedProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'citewell-eval-'));
  const config = readConfig({
    ...process.env,
    ...(corpusDir !== null && { CORPUS_DIR: corpusDir }),
    DATA_DIR: dataDir,
    RATE_LIMIT_PER_MINUTE: '0',
    DEBUG_REPLIES: 'true',
  });
  // That debug replies are on is meant: only errors matter here.
  const log = pino({ level: 'error' }, pino.destination({ dest: 2, sync: true }));
  const citewell = await compose(config, { log, ...parts });
  await citewell.bringUpToDate();
  const promptsDir = join(root, 'prompts');
  const texts = { prompts: digestFolder(promptsDir), promptFiles: digestFiles(promptsDir) };
  const commit = readCommit(root);
  // The index may change while this is open.
  const identify = () => {
    const made = citewell.knowledge.madeBy();
    return {
      commit,
      ...texts,
      index: made && createHash('sha256').update(JSON.stringify(made)).digest('hex'),
      encoder: made?.encoder ?? null,
      model: config.chatModel ?? null,
    };
  };
  const target = createHttpTarget(async (path, init) => citewell.app.request(path, init), identify);
  return {
    target,
    citewell,
    verifier: {
      name: VERIFIER_NAME,
      supports: (claim, evidence) => citewell.verifyClaim(claim, evidence).supported,
    },
    async close() {
      await citewell.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
