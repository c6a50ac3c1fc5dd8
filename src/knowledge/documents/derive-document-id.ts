import { createHash } from 'node:crypto';

const MAX_CHARS = 64;
const HASH_CHARS = 8;

/**
 * A slug of the path without its extension, the same on every machine. What a slug cannot carry (other alphabets, paths
 * too long) is told apart by a short hash of the path.
 */
export function deriveDocumentId(path: string): string {
  const stem = path.normalize('NFC').replace(/\.[^./]*$/, '');
  const parts = stem.split('/').map(slugify);
  const slug = parts.filter((part) => part !== '').join('/');
  const isWhole = slug !== '' && !parts.includes('') && !/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{M}]/u.test(fold(stem));
  if (isWhole && slug.length <= MAX_CHARS) return slug;
  const hash = createHash('sha256').update(stem).digest('hex').slice(0, HASH_CHARS);
  const room = MAX_CHARS - HASH_CHARS - 1;
  return [slug.slice(0, room).replace(/[-./_]+$/, ''), hash].filter((part) => part !== '').join('-');
}

function slugify(part: string): string {
  return fold(part)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}
