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
      const line = `${progress.stage} ${progress.done}/${progress.total}`;
      if (stream.isTTY && (isNew || now - last > EVERY_MS || progress.done === progress.total)) {
        stream.write(`\r\u001b[K${line}`);
        last = now;
      } else if (!stream.isTTY && isNew) stream.write(`${progress.stage}…\n`);
    },
    end(): void {
      if (stream.isTTY && stage !== null) stream.write('\r\u001b[K');
    },
  };
}
