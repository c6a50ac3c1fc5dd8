const PLACEHOLDER = /\{([a-zA-Z]+)\}/gu;

/** Fills `{name}` placeholders. Throws for a placeholder without a value: a text with a hole is never shown. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === '') throw new Error(`no value for {${name}} in a notice`);
    return value;
  });
}
