import type { HttpBindings } from '@hono/node-server';

export interface AppEnv {
  /** Absent where a request did not come over a socket. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** What the request asked for; the emergency line of a refusal is in this language. */
    locale?: string;
  };
}
