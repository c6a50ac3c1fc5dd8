/** `DATA_DIR/index/`: one folder a generation, `generation-<key>-<random>`; the key says which documents it is made from. */
export const generationFiles = {
  manifest: 'manifest.json',
  passages: 'passages.bin',
  words: 'words.bin',
  pieces: 'pieces.bin',
  vectors: 'vectors.hnsw',
} as const;

export const generationPrefix = 'generation-';
export const unfinishedPrefix = 'unfinished-';

/** Files that a generation consists of, apart from its manifest. */
export function dataFiles(hasVectors: boolean): readonly string[] {
  const { passages, words, pieces, vectors } = generationFiles;
  return hasVectors ? [passages, words, pieces, vectors] : [passages, words];
}
