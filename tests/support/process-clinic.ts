import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const before = `---
id: before-knee-surgery
title: Before your knee surgery
reviewedBy: Dr Ada Brook
reviewedOn: 2026-03-01
---

# Before your knee surgery

## How long does knee replacement surgery take?

Knee replacement surgery takes 60–90 minutes.

## When must I stop eating?

You must stop eating 6 hours before the anaesthetic. Clear water is allowed until 2 hours before the anaesthetic.

## Which walking aids will I get?

You get two crutches on the ward and use them for 6 weeks.
`;

const after = `After your knee surgery

The stitches are removed 14 days after knee surgery.

You can drive a car again 6 weeks after knee surgery.
`;

const physiotherapy = `<!doctype html>
<html lang="en">
  <head><title>Physiotherapy after knee surgery</title></head>
  <body>
    <nav>Home Contact</nav>
    <main>
      <h1>Physiotherapy after knee surgery</h1>
      <h2>How often is physiotherapy?</h2>
      <p>Physiotherapy takes place three times a week for 8 weeks.</p>
    </main>
  </body>
</html>
`;

const organisation = `name: Riverside Knee Clinic
description: A made-up clinic for knees.
website: https://knee.example
contact:
  phone: "+1 555 010 0199"
ownQuestions: [Riverside]
suggestions:
  - How long does knee replacement surgery take?
  - How often is physiotherapy?
`;

/** Leaflets of a made-up clinic: Markdown, plain text, HTML. */
export const clinicFiles: Readonly<Record<string, string>> = {
  'before.md': before,
  'after.txt': after,
  'physiotherapy.html': physiotherapy,
};

/** A corpus folder with them, and with what the clinic says of itself where asked for. */
export function writeClinic(folder: string, { named = false } = {}): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(clinicFiles)) writeFileSync(join(folder, name), text);
  if (named) writeFileSync(join(folder, 'organisation.yaml'), organisation);
  return folder;
}
