import { describe, expect, it } from 'vitest';
import { type CommandName, runCommand } from '../support/process-command.ts';

const commands: readonly CommandName[] = ['serve', 'ask', 'ingest', 'search', 'evaluate', 'queue-answers', 'sign'];

describe.concurrent('a command', () => {
  it.each(commands)('%s explains itself when asked for help', async (name) => {
    const { code, stdout, stderr } = await runCommand(name, ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm /);
  });

  it.each(commands)('%s refuses a flag that it does not know', async (name) => {
    const { code, stdout, stderr } = await runCommand(name, ['words', '--nonsense']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--nonsense');
    expect(stderr).toContain('Usage: npm ');
  });
});

describe.concurrent('ask', () => {
  it('needs a question', async () => {
    const { code, stdout, stderr } = await runCommand('ask', ['--json', '  ']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('A question is needed.');
  });
});

describe.concurrent('sign', () => {
  it('says of every safety file who has signed it', async () => {
    const { code, stdout } = await runCommand('sign', []);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^prompts\/notices\/en\.yaml\t/mu);
    expect(stdout).toMatch(/ of \d+ files are signed\.$/mu);
  });

  it.each([
    [['prompts/notices/en.yaml'], 'Who signs?'],
    [['prompts/notices/en.yaml', '--as', 'mallory'], 'knows nobody called "mallory"'],
    [['--as', 'mallory'], 'needs a file'],
  ])('refuses %j', async (args, problem) => {
    const { code, stderr } = await runCommand('sign', args);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });
});

describe.concurrent('search', () => {
  it.each(['101', 'many'])('refuses %j passages', async (k) => {
    const { code, stdout, stderr } = await runCommand('search', ['words', `--k=${k}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--k must be a whole number from 1 to 100.');
  });

  it('needs words', async () => {
    const { code, stderr } = await runCommand('search', []);
    expect(code).toBe(2);
    expect(stderr).toContain('Some words are needed.');
  });
});
