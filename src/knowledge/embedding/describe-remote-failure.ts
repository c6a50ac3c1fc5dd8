import { z } from 'zod';

const failure = z.object({
  name: z.string().catch('Error'),
  message: z.string().catch(''),
  status: z.number().optional().catch(undefined),
});

/** An error for the log: what kind and which status, the endpoint's words without anything that looks like a key. */
export function describeRemoteFailure(error: unknown, apiKey: string | null): Error {
  if (error instanceof RangeError) return error;
  const { name, message, status } = failure.catch({ name: 'Error', message: '', status: undefined }).parse(error);
  const said = (apiKey === null ? message : message.replaceAll(apiKey, '[key]')).replace(/\b(sk|key)-\S+/gi, '[key]');
  const cause = new Error(`${name}: ${said.slice(0, 300)}`);
  if (status !== undefined) return new Error(`The embedding endpoint answered ${status}.`, { cause });
  if (name === 'TimeoutError') return new Error('The embedding endpoint did not answer in time.', { cause });
  if (error instanceof TypeError) return new Error('The embedding endpoint gave a reply that is not one.', { cause });
  return new Error('The embedding endpoint could not be reached.', { cause });
}
