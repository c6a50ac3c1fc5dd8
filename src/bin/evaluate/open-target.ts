import type { EvalTarget } from '#evaluation/run/eval-target.ts';
import type { SupportJudge } from '#evaluation/run/support-judge.ts';
import { createHttpTarget } from './http-target.ts';
import { openProduct } from './open-product.ts';
import type { EvalOptions } from './options.ts';

export interface OpenedTarget {
  readonly target: EvalTarget;
  readonly verifier: SupportJudge;
  close(): Promise<void>;
}

const UNKNOWN = { commit: null, prompts: null, index: null, encoder: null, model: null };

/** The product here, or a server; what is said is verified by the product here in any case. */
export async function openTarget({
  target: url,
  folder,
}: Pick<EvalOptions, 'target' | 'folder'>): Promise<OpenedTarget> {
  const { target, verifier, close } = await openProduct(folder);
  if (url === null) return { target, verifier, close };
  const request = (path: string, init?: RequestInit) => fetch(new URL(path, url), init);
  return { target: createHttpTarget(request, () => UNKNOWN), verifier, close };
}
