import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** promptfoo with everything off that would leave the machine, and its own state kept in this folder. */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const quiet = {
  PROMPTFOO_DISABLE_TELEMETRY: '1',
  PROMPTFOO_DISABLE_UPDATE: '1',
  PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
  PROMPTFOO_DISABLE_SHARING: '1',
  PROMPTFOO_CONFIG_DIR: here('./.promptfoo'),
};
const args = [
  'eval',
  '-c',
  here('./promptfooconfig.yaml'),
  '--no-cache',
  '--no-share',
  '--output',
  here('./results.json'),
];
const child = spawn(here('./node_modules/.bin/promptfoo'), [...args, ...process.argv.slice(2)], {
  cwd: here('.'),
  env: { ...process.env, ...quiet },
  stdio: 'inherit',
});
child.on('exit', (code) => process.exit(code ?? 1));
