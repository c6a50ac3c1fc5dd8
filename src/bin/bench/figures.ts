import { z } from 'zod';

const summary = z.object({ median: z.number(), p95: z.number() });

export const indexFigures = z.object({
  passages: z.number(),
  vectors: z.number(),
  embedding: z.object({ texts: z.number(), ms: z.number() }),
  citewell: z.object({
    buildMs: z.number(),
    memoryMb: z.number(),
    shortMs: summary,
    postMs: summary,
    recall: z.number(),
  }),
  graph: z.object({ buildMs: z.number(), shortMs: summary, postMs: summary }),
  exact: z.object({ shortMs: summary, postMs: summary, memoryMb: z.number() }),
});

export const peerFigures = z.object({
  buildMs: z.number(),
  memoryMb: z.number(),
  addedMb: z.number(),
  shortMs: summary,
  postMs: summary,
  recall: z.number(),
});

export const turnFigures = z.object({
  embedMs: summary,
  turnMs: summary,
  ratio: z.number(),
  embeddingsPerSecond: z.number(),
  turnsPerSecond: z.number(),
  loopDelayMs: z.object({ p50: z.number(), p99: z.number(), max: z.number() }),
  memoryMb: z.number(),
});

export const encoderFigures = z.object({
  loadMs: z.number(),
  questionMs: summary,
  pieceMs: summary,
  longMs: summary,
  memoryMb: z.number(),
  onOne: z.number(),
  onTwo: z.number(),
});

const serverFigures = z.object({
  readyMs: z.array(z.number()),
  residentAtStartMb: z.number(),
  residentAfterQuestionsMb: z.number(),
  questions: z.number(),
});

export const sizeFigures = z.object({
  index: indexFigures,
  langchain: peerFigures,
  orama: peerFigures,
  turns: turnFigures,
  server: serverFigures,
});

export const benchFigures = z.object({
  measuredOn: z.string(),
  machine: z.object({
    cores: z.number(),
    processor: z.string(),
    memoryGb: z.number(),
    node: z.string(),
    loadBefore: z.number(),
  }),
  encoder: encoderFigures,
  guides: z.object({ turns: turnFigures, server: serverFigures }),
  sizes: z.array(sizeFigures),
});

export type BenchFigures = z.infer<typeof benchFigures>;
export type SizeFigures = z.infer<typeof sizeFigures>;
