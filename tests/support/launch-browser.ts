import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import playwright, { type Browser } from 'playwright-core';

/**
 * Flags of the package that would make the browser forgive what a patient's browser does not, or that end the whole
 * browser together with one page.
 */
const unwanted = ['--disable-web-security', '--allow-running-insecure-content', '--single-process', '--no-zygote'];

/**
 * A real browser from npm alone, or the one at `CHROME_PATH`. The package's own unpacking is not used: it is not safe for
 * two test processes at once, and it brings its libraries only on the hosts it was made for.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env['CHROME_PATH'];
  if (installed) return playwright.chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  const home = await unpack();
  const executablePath = join(home, 'chromium');
  return playwright.chromium.launch({
    executablePath,
    args: chromium.args.filter((flag) => !unwanted.includes(flag)),
    env: environment(home, executablePath),
  });
}

/** The environment of the browser: with the package's libraries only where the system has none. */
function environment(home: string, executablePath: string): Record<string, string> {
  const given = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const withFonts = { FONTCONFIG_FILE: join(home, 'fonts.conf'), ...given };
  if (spawnSync(executablePath, ['--version'], { env: given }).status === 0) return withFonts;
  const libraries = [join(home, 'al2023', 'lib'), given['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { ...withFonts, LD_LIBRARY_PATH: libraries };
}

/** Unpacks into a directory of our own that appears whole or not at all. */
async function unpack(): Promise<string> {
  const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
  const packed = join(root, 'bin');
  const identity = createHash('sha256').update(await readFile(join(root, 'package.json')));
  const home = join(tmpdir(), `citewell-browser-${identity.digest('hex').slice(0, 16)}`);
  if (await exists(join(home, 'complete'))) return home;
  const draft = await mkdtemp(`${home}-`);
  try {
    await decompress(join(packed, 'chromium.br'), join(draft, 'chromium'));
    await chmod(join(draft, 'chromium'), 0o755);
    await untar(join(packed, 'swiftshader.tar.br'), draft);
    await untar(join(packed, 'fonts.tar.br'), join(draft, 'fonts'));
    await untar(join(packed, 'al2023.tar.br'), join(draft, 'al2023'));
    await writeFile(join(draft, 'fonts.conf'), fontSettings(home));
    await writeFile(join(draft, 'complete'), '');
    await rename(draft, home);
  } catch (cause) {
    await rm(draft, { recursive: true });
    // Another process may have been first.
    if (!(await exists(join(home, 'complete')))) throw cause;
  }
  return home;
}

/** The system's fonts, if there are any, and the package's. */
function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

async function untar(archive: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const tar = join(into, '.tar');
  await decompress(archive, tar);
  await promisify(execFile)('tar', ['-x', '-f', tar, '-C', into]);
  await rm(tar);
}

const decompress = (packed: string, file: string): Promise<void> =>
  pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(file));

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
