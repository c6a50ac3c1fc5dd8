declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Slug of a document, unique in a corpus; may contain `.` and `/`. */
export type DocumentId = Branded<'DocumentId'>;
/** Lower-case hex SHA-256 of a document's canonical metadata and text. */
export type DocumentVersion = Branded<'DocumentVersion'>;
export type PassageId = Branded<'PassageId'>;
export type ConversationId = Branded<'ConversationId'>;
export type TurnId = Branded<'TurnId'>;
export type HandoffId = Branded<'HandoffId'>;
export type ReviewItemId = Branded<'ReviewItemId'>;
