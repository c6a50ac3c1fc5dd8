import type { Entry, EntryBody } from './conversation.ts';
import type { DocumentRevision } from './document.ts';
import type { ConversationId, DocumentId, DocumentVersion, PassageId, TurnId } from './ids.ts';
import type { Passage } from './passage.ts';
import type { ConversationState } from './turn.ts';

export interface Clock {
  now(): Date;
}

/** Random ids, `^[A-Za-z0-9_-]{22}$`, 128 bits or more. */
export interface Ids {
  next(): string;
}

/** Texts to unit vectors. */
export interface Embedder {
  /** Names the model and its version; vectors of different identities are never mixed. */
  readonly identity: string;
  /** Learnt from the first vector where the endpoint does not say; throws when the model cannot be loaded. */
  dimensions(): Promise<number>;
  /** One unit vector a text, in order. Rejects when aborted. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}

export interface DocumentSummary extends Omit<DocumentRevision, 'text'> {
  readonly ingestedAt: string;
  /** Set when the document was withdrawn or its file removed. */
  readonly withdrawnOn: string | null;
}

/** Documents, their versions and passages: the truth; the index is made from it. */
export interface DocumentStore {
  /** Makes `revision` the current version with its passages, in one transaction. Same version again: no change. */
  put(revision: DocumentRevision, passages: readonly Passage[]): Promise<'added' | 'updated' | 'unchanged'>;
  /** Makes a document unreachable at once; versions stay for the record. */
  withdraw(id: DocumentId): Promise<void>;
  list(): Promise<readonly DocumentSummary[]>;
  /** The given version, or the current one. */
  find(id: DocumentId, version?: DocumentVersion): Promise<(DocumentRevision & DocumentSummary) | null>;
  findPassage(id: PassageId): Promise<Passage | null>;
  /** Passages of one version of a document, by ordinal; none when it is unknown. */
  passagesOf(id: DocumentId, version: DocumentVersion): Promise<readonly Passage[]>;
  /** Passages of every current, published version, by document and ordinal. */
  publishedPassages(): AsyncIterable<Passage>;
  /** Ids of documents that may be retrieved now. */
  publishedIds(): Promise<ReadonlySet<DocumentId>>;
}

export interface StoredConversation {
  readonly id: ConversationId;
  readonly locale: string;
  readonly state: ConversationState;
  readonly createdAt: string;
  readonly lastSeq: number;
  readonly erasedAt: string | null;
}

export interface IdempotencyClaim {
  /** SHA-256 of scope and key: keys are never stored as sent. */
  readonly keyHash: string;
  readonly bodyHash: string;
  /** A claim of the same key made before this is replaced. */
  readonly since: Date;
}

/** What is written together or not at all. */
export interface Append {
  readonly conversationId: ConversationId;
  /** Creates the conversation when given. */
  readonly create?: { readonly locale: string; readonly state: ConversationState };
  /** Claims the conversation's one running turn; fails with `turn_in_progress` when another runs. */
  readonly startTurn?: { readonly turnId: TurnId; readonly idempotency: IdempotencyClaim | null };
  /** Ends the running turn. The one of `startTurn` itself is recorded whole and claims nothing. */
  readonly endTurn?: { readonly turnId: TurnId; readonly state: ConversationState | null };
  readonly entries: readonly EntryBody[];
}

export interface StoredTurn {
  readonly turnId: TurnId;
  readonly conversationId: ConversationId;
  readonly running: boolean;
  readonly bodyHash: string | null;
}

/** The append-only log of conversations. Acknowledged means durable. */
export interface ConversationStore {
  /**
   * One transaction. Throws `Fault` `turn_in_progress`, `key_reused`, `state_conflict` (the turn to end does not run, or
   * an id is taken), `not_found`, `erased` or `storage_unavailable`.
   */
  append(unit: Append): Promise<readonly Entry[]>;
  conversation(id: ConversationId): Promise<StoredConversation | null>;
  entries(id: ConversationId, afterSeq?: number): Promise<readonly Entry[]>;
  turn(id: TurnId): Promise<StoredTurn | null>;
  turnEntries(id: TurnId): Promise<readonly Entry[]>;
  /** The turn that claimed this key in the last 24 hours. */
  turnByKey(keyHash: string, since: Date): Promise<StoredTurn | null>;
  /** Turns that a stopped process left running. */
  unfinishedTurns(): Promise<readonly StoredTurn[]>;
  /** Removes every word of a conversation from the database, its WAL included; a tombstone stays. */
  erase(id: ConversationId, at: Date): Promise<void>;
  /** Erases conversations whose last entry is older than `before`; gives how many. */
  purge(before: Date): Promise<number>;
  ping(): Promise<void>;
}
