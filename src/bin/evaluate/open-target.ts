import type { AnswerJudge } from '#evaluation/judge/answer-judge.ts';
import { createJudge } from '#evaluation/judge/create-judge.ts';
import type { SupportJudge } from '#evaluation/judge/support-judge.ts';
import type { EvalTarget } from '#evaluation/run/eval-target.ts';
import { createHttpTarget } from './http-target.ts';
import { openProduct } from './open-product.ts';
import type { EvalOptions } from './options.ts';

export interface OpenedTarget {
  readonly target: EvalTarget;
  readonly verifier: SupportJudge;
  /** Null unless one was asked for. */
  readonly judge: (SupportJudge & AnswerJudge) | null;
  close(): Promise<void>;
}

const UNKNOWN = { commit: null, prompts: null, index: null, encoder: null, model: null };

async function openJudge({ refuse }: Pick<EvalOptions, 'refuse'>): Promise<SupportJudge & AnswerJudge> {
  const { JUDGE_BASE_URL: baseUrl, JUDGE_MODEL: model, JUDGE_API_KEY: key = null } = process.env;
  if (!baseUrl || !model) return refuse('JUDGE_BASE_URL and JUDGE_MODEL say which judge.');
  return createJudge({ baseUrl, model, key, env: process.env });
}

/** The product here, or a server; drafts are verified by the product here in any case. */
export async function openTarget(options: EvalOptions): Promise<OpenedTarget> {
  const judge = options.judge ? await openJudge(options) : null;
  const { target, verifier, close } = await openProduct(options.folder);
  if (options.target === null) return { target, verifier, judge, close };
  const { target: url } = options;
  const request = (path: string, init?: RequestInit) => fetch(new URL(path, url), init);
  return { target: createHttpTarget(request, () => UNKNOWN), verifier, judge, close };
}
