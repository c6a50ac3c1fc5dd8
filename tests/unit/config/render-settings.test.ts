import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renderSettings } from '#config/render-settings.ts';

it('docs/settings.md is what the schema says', async () => {
  const page = await readFile(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
  expect(page).toBe(renderSettings());
});
