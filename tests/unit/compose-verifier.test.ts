import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { compose } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';

test('the composed product judges claims, before it has an index', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'citewell-'));
  const citewell = await compose(readConfig({ DATA_DIR: dataDir }), { log: pino({ level: 'silent' }) });
  try {
    const quotes = ['Typical ex vivo expansion period', '14–21 days'];
    expect(citewell.verifyClaim('Expansion typically takes two to three weeks.', quotes)).toEqual({ supported: true });
    expect(citewell.verifyClaim('Expansion typically takes 14–21 weeks.', quotes)).toEqual({
      supported: false,
      reason: 'unit',
    });
  } finally {
    await citewell.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
