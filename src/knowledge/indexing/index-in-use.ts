import type { DocumentId, DocumentVersion } from '#domain/ids.ts';
import type { CorpusState, DocumentStore } from '#domain/ports.ts';
import type { KnowledgeLog } from '#knowledge/knowledge-log.ts';
import type { GlossaryPhrases } from '#knowledge/words/glossary-phrases.ts';
import { describeRecipe } from './index-recipe.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import type { IndexKey } from './manifest.ts';
import { readGeneration, readOtherGeneration } from './read-generation.ts';
import { makeSearchable, type SearchableIndex } from './searchable-index.ts';

export interface IndexInUseDeps {
  readonly store: Pick<DocumentStore, 'corpus' | 'corpusRevision' | 'versionsInForce'>;
  readonly encoder: string | null;
  readonly phrases: GlossaryPhrases;
  readonly indexDir: string;
  readonly log: KnowledgeLog;
}

export interface IndexInUse {
  current(): SearchableIndex | null;
  /** Swaps the reference; `revision` is that of the documents it was made from. */
  use(index: KnowledgeIndex, revision: number): void;
  /** Whether the documents have changed since the index was last compared with them. */
  isOutdated(): Promise<boolean>;
  /**
   * Compares the index with the documents in force, and loads the saved one that was made from them where there is one.
   * Null when the index in use is that one; otherwise why it is not. Never builds. Calls share one run.
   */
  adopt(): Promise<string | null>;
  keyOf(corpus: string): IndexKey;
}

/** The index that searches read, kept in step with what is in force and on disk, whichever process changed it. */
export function createIndexInUse(deps: IndexInUseDeps): IndexInUse {
  const { store, indexDir, log } = deps;
  const recipe = describeRecipe();
  let inUse: SearchableIndex | null = null;
  let comparedWith = -1;
  let running: Promise<string | null> | null = null;

  const keyOf = (corpus: string): IndexKey => ({ recipe, encoder: deps.encoder, corpus });

  function fits(index: KnowledgeIndex | undefined, key: IndexKey): boolean {
    return index?.identity.corpus === key.corpus && index.identity.encoder === key.encoder;
  }

  function use(index: KnowledgeIndex, revision: number): void {
    inUse = makeSearchable(index, deps.phrases);
    comparedWith = revision;
  }

  async function compare({ revision, digest }: CorpusState): Promise<string | null> {
    const key = keyOf(digest);
    if (fits(inUse?.index, key)) return null;
    const read = await readGeneration(indexDir, key);
    if (read.index === null) return (inUse === null ? await useCovering(key, revision) : null) ?? read.reason;
    use(read.index, revision);
    log.info({ generation: read.name, passages: read.index.passages.size }, 'A saved index is in use.');
    return null;
  }

  /** Better than none: one that holds all that is in force, and more, which the search leaves out. */
  async function useCovering(key: IndexKey, revision: number): Promise<null> {
    const inForce = await store.versionsInForce();
    if (inForce.size === 0) return null;
    const found = await readOtherGeneration(indexDir, key, (index) => covers(index, inForce));
    if (found !== null) use(found, revision);
    return null;
  }

  async function adopt(): Promise<string | null> {
    for (;;) {
      const state = await store.corpus();
      const reason = await compare(state);
      // Changed meanwhile, and what was read may be gone: look again.
      if ((await store.corpusRevision()) !== state.revision) continue;
      comparedWith = state.revision;
      return reason;
    }
  }

  return {
    current: () => inUse,
    use,
    keyOf,
    isOutdated: async () => (await store.corpusRevision()) !== comparedWith,
    adopt() {
      running ??= adopt().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

function covers(index: KnowledgeIndex, inForce: ReadonlyMap<DocumentId, DocumentVersion>): boolean {
  const held = new Map<DocumentId, DocumentVersion>();
  for (let passage = 0; passage < index.passages.size; passage += 1) {
    const { id, version } = index.passages.document(passage);
    held.set(id, version);
  }
  return [...inForce].every(([id, version]) => held.get(id) === version);
}
