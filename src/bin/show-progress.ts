import type { IngestProgress } from '#knowledge/knowledge.ts';

const EVERY_MS = 200;

/** One line on stderr that renews itself in a terminal; elsewhere one line per stage. */
export function createProgressLine(stream: NodeJS.WriteStream = process.stderr) {
  let last = 0;
  let stage: IngestProgress['stage'] | null = null;
  return {
    show(progress: IngestProgress): void {
      const now = Date.now();
      const isNew = progress.stage !== stage;
      stage = progress.stage;
      const line = describe(progress);
      if (stream.isTTY && (isNew || now - last > EVERY_MS || progress.done === progress.total)) {
        stream.write(`\r\u001b[K${line}`);
        last = now;
      } else if (!stream.isTTY && isNew) stream.write(`${isWaiting(progress) ? line : `${progress.stage}…`}\n`);
    },
    end(): void {
      if (stream.isTTY && stage !== null) stream.write('\r\u001b[K');
    },
  };
}

const isWaiting = ({ stage }: IngestProgress) => stage === 'waiting';

function describe(progress: IngestProgress): string {
  const { stage, done, total, holder } = progress;
  if (!isWaiting(progress)) return `${stage} ${done}/${total}`;
  return `waiting: another process updates the documents (${holder ?? 'unknown'})`;
}
