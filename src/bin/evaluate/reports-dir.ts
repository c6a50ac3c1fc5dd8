import { fileURLToPath } from 'node:url';

/** Where runs are kept, unless somebody says otherwise. */
export const reportsDir = fileURLToPath(new URL('../../../evals/reports', import.meta.url));
