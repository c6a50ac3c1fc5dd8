export interface ReadEvent {
  readonly id: string | null;
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any event.
  readonly data: any;
}

/** Splits a whole event stream into its events; comments and `retry` are left out. */
export function readEvents(text: string): ReadEvent[] {
  return text
    .split('\n\n')
    .map((block) => block.split('\n'))
    .filter((lines) => lines.some((line) => line.startsWith('event: ')))
    .map((lines) => ({
      id: field(lines, 'id'),
      event: field(lines, 'event') ?? '',
      data: JSON.parse(field(lines, 'data') ?? 'null'),
    }));
}

function field(lines: readonly string[], name: string): string | null {
  return lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
}
