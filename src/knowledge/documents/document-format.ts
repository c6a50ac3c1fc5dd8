export type SourceFormat = 'markdown' | 'plain' | 'html';

const FORMATS: Readonly<Record<string, SourceFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'plain',
  '.html': 'html',
  '.htm': 'html',
};

/** By the end of the file's name; null for a file that is no document. */
export function findFormat(path: string): SourceFormat | null {
  const dot = path.lastIndexOf('.');
  return (dot > path.lastIndexOf('/') + 1 && FORMATS[path.slice(dot).toLowerCase()]) || null;
}
