import { configSchema } from './config-schema.ts';
import { settingFacts } from './setting.ts';

const head = `# Settings

Environment variables, all optional, read once at start. An empty one counts as unset. A bad one stops the start with every
bad name listed. Made from \`src/config/config-schema.ts\` by \`npm run settings\`: change it there.

| name | default | what it does |
|---|---|---|
`;

/** The settings page, as Markdown. */
export function renderSettings(): string {
  const rows = Object.values(configSchema.shape).map((schema) => {
    const facts = settingFacts.get(schema);
    if (facts === undefined) throw new Error('A setting has no facts.');
    const shown = facts.shownDefault === null ? 'unset' : `\`${facts.shownDefault}\``;
    return `| \`${facts.env}\` | ${shown} | ${facts.about} |`;
  });
  return `${head}${rows.join('\n')}\n`;
}
