import type { Citation } from '../contract/citation.ts';
import { say } from '../locales/say.ts';

export function sourceName({ n, title, section }: Citation): string {
  return section === null ? say('source.name', { n, title }) : say('source.nameSection', { n, title, section });
}
