import { z } from 'zod';
import type { EvalReply } from './eval-reply.ts';

export interface EvalPassage {
  readonly passageId: string;
  readonly documentId: string;
  readonly title: string;
  readonly section: string | null;
  readonly text: string;
}

/** What is evaluated: the product as composed here, or one that runs somewhere. */
export interface EvalTarget {
  /** The reply to each turn of one new conversation, in order. */
  ask(turns: readonly string[]): Promise<readonly EvalReply[]>;
  /** Best first. */
  search(query: string, k: number): Promise<readonly EvalPassage[]>;
  /** Null when there is no such passage. */
  passage(id: string): Promise<EvalPassage | null>;
  /** Of the version in force where `version` is null. Null when there is no such version. */
  documentText(id: string, version: string | null): Promise<string | null>;
  identity(): Promise<TargetIdentity>;
}

/** What a run was made with; null where the target does not say. */
export const targetIdentitySchema = z.strictObject({
  /** With a plus where files differ from it. */
  commit: z.string().nullable(),
  /** Digest of ids and versions of the published documents. */
  corpus: z.string(),
  /** Digest of the files in `prompts/`. */
  prompts: z.string().nullable(),
  /** Digest of each of these files, by its path below `prompts/`. */
  promptFiles: z.record(z.string(), z.string()).optional(),
  /** Digest of what made the index. */
  index: z.string().nullable(),
  encoder: z.string().nullable(),
  /** Of answers; null when they are extractive. */
  model: z.string().nullable(),
  /** The published documents, by id. */
  documents: z.array(z.strictObject({ documentId: z.string(), title: z.string(), version: z.string() })).readonly(),
});

export type TargetIdentity = Readonly<z.infer<typeof targetIdentitySchema>>;
