import { fileURLToPath } from 'node:url';

/** A file or folder of the installed package, from the source and from `dist/` alike. */
export const fromPackage = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
