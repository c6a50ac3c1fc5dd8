import { writeSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { createProcessLock } from '#storage/sqlite/process-lock.ts';

/** Run as its own process: takes the lock on the given file, says whether it got it, and keeps it until killed. */
const lock = createProcessLock({ path: process.argv[2] ?? '', clock: { now: () => new Date() } });
const release = lock.tryAcquire();
writeSync(1, release === null ? 'refused\n' : 'held\n');
if (release !== null) setInterval(() => release.name, 60_000);
