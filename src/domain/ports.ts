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

/** Watches a step of a turn, and changes nothing about it. */
export type StepObserver = <Result>(step: 'compose' | 'verify', work: () => Promise<Result>) => Promise<Result>;

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

/** One document as it is to be, with the file it came from. */
export interface StagedDocument {
  readonly revision: DocumentRevision;
  readonly passages: readonly Passage[];
  readonly file: string;
}

export type Staged =
  | { readonly kind: 'added' | 'updated' | 'unchanged' }
  /** Another file of this update has the same id: nothing was staged. */
  | { readonly kind: 'duplicate'; readonly file: string };

/** What an index is made from: a published document as it is in force, or will be. */
export interface IndexableDocument {
  readonly id: DocumentId;
  readonly version: DocumentVersion;
  readonly title: string;
  readonly passages: readonly Passage[];
}

export interface CorpusState {
  /** Rises whenever what is in force changes. */
  readonly revision: number;
  /** Of the ids, versions and splits of all that may be retrieved: equal digests give equal indexes. */
  readonly digest: string;
}

/**
 * Documents, their versions and passages: the truth; the index is made from it. An update is staged, which nobody sees,
 * and put into force whole by `publish`: whatever ends the process, what is in force is the old state or the new one. One
 * process at a time may stage; what a stopped one left is dropped by `discardStaged`.
 */
export interface DocumentStore {
  /** Stages each document, all of them in one transaction; one result each, in order. */
  stage(documents: readonly StagedDocument[]): Promise<readonly Staged[]>;
  /** Documents in force that are not staged. */
  notStaged(): Promise<readonly DocumentId[]>;
  stageWithdrawals(ids: readonly DocumentId[]): Promise<void>;
  discardStaged(): Promise<void>;
  /** Every published document as it will be after `publish`, by id. Nothing staged: as it is. */
  upcoming(): AsyncIterable<IndexableDocument>;
  /** The digest that `publish` will give. */
  upcomingDigest(): Promise<string>;
  /** Puts all that is staged into force, in one transaction. `digest` is that of `upcomingDigest`. */
  publish(digest: string): Promise<void>;
  /** Puts into force, of what is staged, that documents are withdrawn, and nothing else. Gives how many. */
  publishWithdrawals(): Promise<number>;
  /** Makes a document unreachable at once; versions stay for the record. */
  withdraw(id: DocumentId): Promise<void>;
  corpus(): Promise<CorpusState>;
  /** Cheap enough for every search. */
  corpusRevision(): Promise<number>;
  list(): Promise<readonly DocumentSummary[]>;
  /** The given version, or the current one; null also for one that was never in force. */
  find(id: DocumentId, version?: DocumentVersion): Promise<(DocumentRevision & DocumentSummary) | null>;
  /** Null also for a passage that was never in force. */
  findPassage(id: PassageId): Promise<Passage | null>;
  /**
   * Passages of a version of a document, by ordinal; none when it is unknown. Without a version: of the current one, none
   * when it may not be retrieved now.
   */
  passagesOf(id: DocumentId, version?: DocumentVersion): Promise<readonly Passage[]>;
  /** Passages of every current, published version, by document and ordinal. */
  publishedPassages(): AsyncIterable<Passage>;
  /** Documents that may be retrieved now, each with its version; read anew only after a change. */
  versionsInForce(): Promise<ReadonlyMap<DocumentId, DocumentVersion>>;
}

/** Held by one process at a time, and free as soon as its holder ends, however it ends. */
export interface ProcessLock {
  /** Gives what releases it; null when another holds it. Fault: `storage_unavailable` when it cannot be used at all. */
  tryAcquire(): (() => void) | null;
  /** Who holds it, for a message only: as the last holder wrote it. */
  holder(): string | null;
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
  /**
   * Of a request that starts no turn. When it was claimed before with the same body nothing is written and no entry given;
   * with another body: `key_reused`.
   */
  readonly claim?: IdempotencyClaim | null;
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

/** How what is stored of a turn is said from now on. Pure; what it leaves alone it gives back as it is. */
export interface Rewording {
  entry(body: EntryBody): EntryBody;
  /** What a reviewer wrote about the turn. */
  comment(text: string): string;
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
  /**
   * Changes what is stored of a turn that has ended, in one transaction; the words before leave the database and its WAL.
   * Throws `Fault` `turn_in_progress`, `not_found`, `erased` or `storage_unavailable`.
   */
  reword(id: TurnId, rewording: Rewording): Promise<void>;
  /** Removes every word of a conversation from the database, its WAL included; a tombstone stays. */
  erase(id: ConversationId, at: Date): Promise<void>;
  /** Erases conversations whose last entry is older than `before`; gives how many. */
  purge(before: Date): Promise<number>;
  ping(): Promise<void>;
}
