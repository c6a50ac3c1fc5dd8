import { writeFile } from 'node:fs/promises';
import { renderSettings } from '#config/render-settings.ts';

await writeFile(new URL('../../docs/settings.md', import.meta.url), renderSettings());
