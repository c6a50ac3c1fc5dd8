import type { NoticeAction } from '#domain/notice.ts';

/** Who runs this server, as `organisation.yaml` says. */
export interface Organisation {
  readonly name: string;
  readonly url: string | null;
  /** The first is the default. */
  readonly locales: readonly [string, ...string[]];
  /** How to reach a person; null when the organisation has not said. */
  readonly person: {
    readonly name: string | null;
    readonly hours: string | null;
    readonly actions: readonly NoticeAction[];
  } | null;
}
