import type { Worker } from 'node:worker_threads';
import type { EncodeReply, EncodeRequest } from './encoder-worker.ts';

export interface EncoderPool {
  /** Vectors of one batch. `urgent` goes before everything that waits: a person is waiting for it. */
  run(texts: readonly string[], options: { urgent: boolean; signal?: AbortSignal }): Promise<Float32Array[]>;
  close(): Promise<void>;
}

interface Job {
  readonly id: number;
  readonly texts: readonly string[];
  readonly urgent: boolean;
  attempts: number;
  settled: boolean;
  resolve(vectors: Float32Array[]): void;
  reject(reason: unknown): void;
}

interface Seat {
  readonly worker: Worker;
  job: Job | null;
}

const maxAttempts = 2;

/**
 * Up to `size` worker threads, started when there is work. One that dies is replaced and its batch tried once more; a
 * batch that ends two workers fails with a clear error. Threads keep the process alive only while they work.
 */
export function createEncoderPool(size: number, startWorker: () => Worker): EncoderPool {
  const seats = new Set<Seat>();
  /** In order of coming; what is urgent goes before all the rest. */
  const waiting: Job[] = [];
  let lastId = 0;
  let closed = false;

  function finish(seat: Seat, reply: EncodeReply): void {
    const job = seat.job;
    if (job === null || job.id !== reply.job) return;
    seat.job = null;
    seat.worker.unref();
    if ('error' in reply) job.reject(new Error(`The encoder failed: ${reply.error}`));
    else {
      const { vectors, dimensions } = reply;
      job.resolve(job.texts.map((_, row) => vectors.slice(row * dimensions, (row + 1) * dimensions)));
    }
    assign();
  }

  function lose(seat: Seat, cause: unknown): void {
    if (!seats.delete(seat)) return;
    const job = seat.job;
    if (job !== null && !job.settled) {
      if (closed) job.reject(new Error('The encoder was closed.'));
      else if (job.attempts >= maxAttempts)
        job.reject(new Error('The encoder stopped twice on the same texts.', { cause }));
      else waiting.unshift(job);
    }
    assign();
  }

  function openSeat(): Seat {
    const seat: Seat = { worker: startWorker(), job: null };
    seats.add(seat);
    seat.worker.on('message', (reply: EncodeReply) => finish(seat, reply));
    seat.worker.on('error', (error) => lose(seat, error));
    seat.worker.on('exit', (code) => lose(seat, new Error(`The worker ended with code ${code}.`)));
    return seat;
  }

  function freeSeat(): Seat | null {
    const free = [...seats].find((seat) => seat.job === null);
    if (free !== undefined || seats.size >= size) return free ?? null;
    try {
      return openSeat();
    } catch (cause) {
      for (const job of waiting.splice(0)) job.reject(new Error('The encoder could not be started.', { cause }));
      return null;
    }
  }

  function assign(): void {
    while (!closed && waiting.length > 0) {
      const seat = freeSeat();
      const job = seat === null ? undefined : waiting.shift();
      if (seat === null || job === undefined) return;
      job.attempts += 1;
      seat.job = job;
      seat.worker.ref();
      seat.worker.postMessage({ job: job.id, texts: job.texts } satisfies EncodeRequest);
    }
  }

  return {
    run(texts, { urgent, signal }) {
      return new Promise<Float32Array[]>((resolve, reject) => {
        if (closed) return reject(new Error('The encoder was closed.'));
        if (signal?.aborted) return reject(signal.reason);
        lastId += 1;
        const settle = (end: () => void) => {
          if (job.settled) return;
          job.settled = true;
          signal?.removeEventListener('abort', abort);
          end();
        };
        const job: Job = {
          id: lastId,
          texts,
          urgent,
          attempts: 0,
          settled: false,
          resolve: (vectors) => settle(() => resolve(vectors)),
          reject: (reason) => settle(() => reject(reason)),
        };
        // A batch that already runs cannot be interrupted; its result is dropped when it comes.
        const abort = () => {
          const position = waiting.indexOf(job);
          if (position >= 0) waiting.splice(position, 1);
          job.reject(signal?.reason);
        };
        signal?.addEventListener('abort', abort, { once: true });
        const behind = urgent ? waiting.findIndex((other) => !other.urgent) : -1;
        waiting.splice(behind < 0 ? waiting.length : behind, 0, job);
        assign();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error('The encoder was closed.'));
      // Threads do not keep the process alive: it would end before this does, and silence whoever waits for it.
      const alive = setInterval(() => undefined, 1_000);
      await Promise.all([...seats].map(({ worker }) => worker.terminate())).finally(() => clearInterval(alive));
    },
  };
}
