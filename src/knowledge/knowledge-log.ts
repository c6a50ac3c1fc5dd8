/** Where knowledge says what it did; a pino logger fits. Messages hold no words of a question or a document. */
export interface KnowledgeLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
