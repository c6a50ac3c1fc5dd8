import { createHash } from 'node:crypto';
import { z } from 'zod';

const identityShape = {
  /** How documents become an index. */
  recipe: z.string(),
  encoder: z.string().nullable(),
  /** Digest of the documents in it. */
  corpus: z.string(),
  dimensions: z.int().positive().nullable(),
  passages: z.int().nonnegative(),
  pieces: z.int().nonnegative(),
};

/** What made an index, and what its files must be to be read. */
const manifestSchema = z.strictObject({
  ...identityShape,
  files: z.record(z.string(), z.strictObject({ bytes: z.int(), sha256: z.string() })),
  /** Of all the rest: a damaged number here would make hnswlib read a good file wrongly. */
  seal: z.string(),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** What an index is: documents, encoder and recipe say what must be in it, the numbers what is. */
export type IndexIdentity = Omit<Manifest, 'files' | 'seal'>;

/** What decides whether an index is the one that is wanted. */
export type IndexKey = Pick<Manifest, 'recipe' | 'encoder' | 'corpus'>;

/** The key as a part of a folder's name. */
export function nameKey({ recipe, encoder, corpus }: IndexKey): string {
  return createHash('sha256')
    .update(JSON.stringify([recipe, encoder, corpus]))
    .digest('hex')
    .slice(0, 32);
}

export function sealManifest(manifest: Omit<Manifest, 'seal'>): Manifest {
  return { ...manifest, seal: sealOf(manifest) };
}

/** Throws when the text is no manifest, or not as it was sealed. */
export function readManifest(text: string): Manifest {
  const { seal, ...manifest } = manifestSchema.parse(JSON.parse(text));
  if (seal !== sealOf(manifest)) throw new Error('The manifest is damaged.');
  return { ...manifest, seal };
}

function sealOf(manifest: Omit<Manifest, 'seal'>): string {
  const { recipe, encoder, corpus, dimensions, passages, pieces } = manifest;
  const files = Object.entries(manifest.files)
    .map(([name, { bytes, sha256 }]) => [name, bytes, sha256])
    .sort();
  const parts = [recipe, encoder, corpus, dimensions, passages, pieces, files];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
