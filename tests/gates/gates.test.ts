import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject, projectRoot, runTool } from '../support/run-gate.ts';

const own = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');

const biome = (args: readonly string[], path: string, text: string) =>
  inProject({ 'biome.json': own('biome.json'), [path]: text }, (folder) =>
    runTool('biome', [...args, '--vcs-enabled=false', 'src'], '', folder),
  );
const lint = (path: string, text: string) => biome(['lint'], path, text);

/** Every gate of `npm run check`, shown failing on a planted fault and passing without it. */
describe('gates', () => {
  it('format: a line that is not formatted fails', () => {
    const check = (text: string) => biome(['ci'], 'src/domain/planted.ts', text);
    expect(check("export const one = 'a';\n").status).toBe(0);
    expect(check('export const one   = "a"\n').status).not.toBe(0);
  });

  it.each([
    ['domain', '#knowledge/knowledge.ts'],
    ['knowledge', '#assistant/decide.ts'],
    ['assistant', '#care/care.ts'],
    ['care', '#http/create-app.ts'],
    ['care', '#storage/sqlite/open-database.ts'],
    ['storage', '#knowledge/knowledge.ts'],
    ['wire', '#http/create-app.ts'],
    ['http', '#storage/sqlite/open-database.ts'],
    ['http', '#config/read-config.ts'],
    ['evaluation', '#http/create-app.ts'],
    ['tracing', '#assistant/decide.ts'],
    ['assistant', '#tracing/turn-tracing.ts'],
    ['domain', '../care/care.ts'],
    ['http', '#compose.ts'],
  ])('walls: %s may not import %s', (layer, target) => {
    const run = lint(`src/${layer}/planted.ts`, `import { x } from '${target}';\nexport const y = x;\n`);
    expect(run.output).toContain('noRestrictedImports');
    expect(run.status).not.toBe(0);
  });

  it('walls: a permitted crossing passes', () => {
    const run = lint('src/http/planted.ts', "import { x } from '#care/care.ts';\nexport const y = x;\n");
    expect(run.output).not.toContain('noRestrictedImports');
  });

  it('walls: settings are read in config alone', () => {
    expect(lint('src/care/planted.ts', 'export const x = process.env;\n').output).toContain('noRestrictedGlobals');
  });

  it('types: a wrong type fails', () => {
    const tsconfig = JSON.stringify({
      extends: join(projectRoot, 'tsconfig.json'),
      include: ['planted.ts'],
      exclude: [],
    });
    const check = (text: string) =>
      inProject({ 'tsconfig.json': tsconfig, 'planted.ts': text, 'package.json': '{"type":"module"}' }, (folder) =>
        runTool('tsc', ['-p', join(folder, 'tsconfig.json')]),
      );
    expect(check('export const x: number = 1;\n').status).toBe(0);
    expect(check("export const x: number = 'one';\n").output).toContain('TS2322');
  });

  it('types: an answer without a citation does not compile', () => {
    const tsconfig = JSON.stringify({
      extends: join(projectRoot, 'tsconfig.json'),
      include: ['planted.ts'],
      exclude: [],
    });
    const planted = (citations: string) => ({
      'tsconfig.json': tsconfig,
      'package.json': '{"type":"module"}',
      'planted.ts': `import type { Answer } from './domain/outcome.ts';\nexport const a: Answer = { sentences: [{ text: 'x', citations: ${citations} }] };\n`,
    });
    const check = (citations: string) =>
      inProject(planted(citations), (folder) => runTool('tsc', ['-p', join(folder, 'tsconfig.json')]));
    expect(check('[1]').status).toBe(0);
    expect(check('[]').output).toContain('TS2322');
  });

  it('dead code: an export that nothing uses fails', () => {
    const files = (text: string) => ({
      'package.json': JSON.stringify({ name: 'planted', type: 'module', main: 'index.ts' }),
      'knip.json': JSON.stringify({ entry: ['index.ts'], project: ['*.ts'] }),
      'index.ts': "import { used } from './parts.ts';\nused();\n",
      'parts.ts': text,
    });
    const check = (text: string) =>
      inProject(files(text), (folder) => runTool('knip', ['--directory', folder], '', folder));
    const used = 'export function used(): void {}\n';
    expect(check(used).status).toBe(0);
    expect(check(`${used}export function forgotten(): void {}\n`).output).toContain('forgotten');
  });

  it('sizes: a bundle over its limit fails', () => {
    const check = (limit: string) =>
      inProject(
        {
          'package.json': JSON.stringify({ name: 'planted', devDependencies: { '@size-limit/file': '*' } }),
          '.size-limit.json': JSON.stringify([{ path: 'bundle.js', limit }]),
          'bundle.js': 'x'.repeat(5000),
        },
        (folder) => runTool('size-limit', [], '', folder),
      );
    expect(check('10 kB').status).toBe(0);
    expect(check('1 B').status).not.toBe(0);
  });

  it('tests: a failing test and an empty run fail, and the closing line counts', () => {
    const config = `import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['*.test.ts'], reporters: ['${join(projectRoot, 'tests/support/closing-line-reporter.ts')}'] } });
`;
    const check = (files: Record<string, string>) =>
      inProject({ 'package.json': '{"type":"module"}', 'vitest.config.ts': config, ...files }, (folder) =>
        runTool('vitest', ['run'], '', folder),
      );
    const one = (expected: number) =>
      `import { expect, it } from 'vitest';\nit('counts', () => expect(1).toBe(${expected}));\n`;
    expect(check({ 'a.test.ts': one(1) })).toMatchObject({
      status: 0,
      output: expect.stringContaining('1 passed, 0 failed'),
    });
    expect(check({ 'a.test.ts': one(2) })).toMatchObject({
      status: 1,
      output: expect.stringContaining('0 passed, 1 failed'),
    });
    expect(check({ 'a.test.ts': 'throw new Error();\n' }).output).toContain('0 passed, 1 failed');
    expect(check({}).status).not.toBe(0);
  });
});
