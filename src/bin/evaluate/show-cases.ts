const EVERY_MS = 200;
const EVERY_CASES = 100;

/** Progress on stderr: one line that renews itself in a terminal, a line now and then elsewhere. */
export function createCaseProgress(stream: NodeJS.WriteStream = process.stderr) {
  let last = 0;
  return ({ done, total }: { readonly done: number; readonly total: number }, suite: string): void => {
    const isLast = done === total;
    if (stream.isTTY) {
      if (Date.now() - last < EVERY_MS && !isLast) return;
      last = Date.now();
      stream.write(`\r\u001b[K${isLast ? '' : `${done} of ${total} cases (${suite})`}`);
    } else if (done % EVERY_CASES === 0 || isLast) stream.write(`${done} of ${total} cases\n`);
  };
}
