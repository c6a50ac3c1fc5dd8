import type { HttpLog } from './app-deps.ts';
import { describeError } from './describe-error.ts';

export interface SignalDeps {
  /** `process` fits. */
  readonly signals: { on(name: 'SIGTERM' | 'SIGINT', listener: () => void): unknown };
  /** Everything that is to be done before the process may end. */
  readonly stop: () => Promise<void>;
  readonly exit: (code: number) => void;
  readonly log: HttpLog;
}

/** The first SIGTERM or SIGINT stops in order and exits with 0; a second one exits with 1 at once. */
export function stopOnSignals({ signals, stop, exit, log }: SignalDeps): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return exit(1);
    isStopping = true;
    log.info({}, 'stopping');
    stop().then(
      () => exit(0),
      (error: unknown) => {
        log.error({ error: describeError(error) }, 'did not stop in order');
        exit(1);
      },
    );
  };
  signals.on('SIGTERM', onSignal);
  signals.on('SIGINT', onSignal);
}
