export interface TracingLog {
  warn(facts: object, message: string): void;
}
