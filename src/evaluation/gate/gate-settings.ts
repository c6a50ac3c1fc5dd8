import type { SuiteSettings } from '#evaluation/run/suite-settings.ts';

export type GateSettings = SuiteSettings['gate'];
