import { faultSchema } from '#wire/fault.ts';
import { refuseUsage } from './parse-command.ts';

/** The body of a response that is fine. What was asked in a way it cannot be is a matter of usage, the rest a fault. */
export async function readAnswer(response: Response, help: string): Promise<string> {
  const body = await response.text();
  if (response.ok) return body;
  const { message, fields = [] } = faultSchema.parse(JSON.parse(body)).error;
  const said = [message, ...fields.map(({ path, problem }) => `${path}: ${problem}`)].join('\n');
  if (response.status === 422) refuseUsage(said, help);
  throw new Error(said);
}
