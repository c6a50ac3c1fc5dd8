import { type Welcome, welcome } from '../contract/welcome.ts';
import { askedLocale } from '../locales/asked-locale.ts';
import { readJson } from './read-json.ts';
import { send } from './send.ts';

export async function getWelcome(): Promise<Welcome> {
  return readJson(await send(`v1/welcome?locale=${askedLocale()}`), welcome);
}
