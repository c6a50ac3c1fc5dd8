import type { WireDocument } from '#wire/document.ts';

const facts = {
  kind: null,
  topic: null,
  url: null,
  source: 'CancerFax, CIK Cell Therapy Resource Library',
  reviewedBy: 'CancerFax Medical Team',
  reviewedOn: '2026-06-02',
  reviewBy: null,
  overdue: false,
  language: 'en',
  status: 'published',
} as const;

export const whatIsCik: WireDocument = {
  ...facts,
  documentId: 'what-is-cik',
  version: 'a'.repeat(64),
  title: 'What Is CIK Therapy?',
  text: `# What Is CIK Therapy?

A complete introduction to Cytokine-Induced Killer cell therapy — how it works and what cancers it targets.

## At a Glance

- CIK cells are the patient's own immune cells
- Used as monotherapy and in combination with:
  - surgery
  - chemotherapy \\& radiotherapy
- Widely available at major cancer centres in China

## What Is CIK Cell Therapy?

Cytokine-Induced Killer (CIK) cell therapy is a form of *adoptive cellular immunotherapy*. Blood is drawn from the patient, specific immune cell populations are isolated and activated using cytokines in the laboratory, and the expanded cells are then **infused back** into the patient — where they seek out and destroy tumour cells.

> “CIK therapy arms the patient's own immune system.”

${'### How it is made\n\nCIK cells are derived entirely from the patient’s own peripheral blood mononuclear cells. Because the cells are autologous, no donor matching is required.\n\n'.repeat(4)}<script>window.wasRun = true</script> <img src=x onerror="window.wasRun = true">
`,
};

export const chemotherapy: WireDocument = {
  ...facts,
  documentId: 'guides/cik-and-chemotherapy',
  version: 'b'.repeat(64),
  title: 'CIK and Chemotherapy',
  reviewedBy: null,
  overdue: true,
  text: `# CIK and Chemotherapy

The cells are collected from the blood of the patient.

## Schedule

| Cycle | First infusion | Number of infusions |
|---|---|---|
| Cycle 1 | Day 14 | 4 infusions |
| Cycle 2 | Day 42 | 4 infusions |

1. Blood is drawn.
2. Cells are grown for 14–21 days.
`,
};

export const withdrawn: WireDocument = { ...whatIsCik, documentId: 'old-guide', title: 'An older guide' };
