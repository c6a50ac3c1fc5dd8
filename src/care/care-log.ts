/** Where care reports what happened: ids, codes and counts, never words, keys or tokens. */
export interface CareLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
