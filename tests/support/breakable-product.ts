import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssistantDeps } from '#assistant/create-assistant.ts';
import { openProduct } from '../../src/bin/evaluate/open-product.ts';

export type Break = (deps: AssistantDeps) => Partial<Pick<AssistantDeps, 'screen' | 'evidence' | 'reader'>>;

/** The product over a copy of the corpus, whose parts can be broken one after another without building it anew. */
export async function openBreakableProduct() {
  const folder = mkdtempSync(join(tmpdir(), 'citewell-break-'));
  const corpus = join(folder, 'corpus');
  cpSync('corpus', corpus, { recursive: true });
  let broken: ReturnType<Break> = {};
  let whole: AssistantDeps | null = null;
  const product = await openProduct(corpus, {
    assistant(deps) {
      whole = deps;
      // Looked up anew at each use: what is broken changes between runs.
      const live = <K extends 'screen' | 'evidence'>(part: K): AssistantDeps[K] =>
        new Proxy(deps[part], { get: (own, key) => Reflect.get(broken[part] ?? own, key) });
      return {
        ...deps,
        screen: live('screen'),
        evidence: live('evidence'),
        reader: () => (broken.reader ?? deps.reader)(),
      };
    },
  });
  return {
    ...product,
    corpus,
    /** Until the next call. */
    breakWith(breaks: Break | null): void {
      if (whole === null) throw new Error('The product was composed without an assistant.');
      broken = breaks?.(whole) ?? {};
    },
    async close() {
      await product.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
