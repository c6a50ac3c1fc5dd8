/** Says whether a value from outside has the shape we rely on. Unknown keys are ignored, as the contract asks. */
export type Shape<T> = (value: unknown) => value is T;
export type Shaped<S> = S extends Shape<infer T> ? T : never;

export const text: Shape<string> = (value): value is string => typeof value === 'string';
export const count: Shape<number> = (value): value is number => Number.isInteger(value) && (value as number) >= 0;
export const flag: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

export function oneOf<const T extends string>(...words: readonly T[]): Shape<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((item) => shape(item));
}

export function record<F extends Record<string, Shape<unknown>>>(
  fields: F,
): Shape<{ readonly [K in keyof F]: Shaped<F[K]> }> {
  return (value): value is { readonly [K in keyof F]: Shaped<F[K]> } =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([key, shape]) => shape((value as Record<string, unknown>)[key]));
}

/** Compiles only while what the server sends (`Wire`) has everything that a shape relies on. */
export function partOf<Wire>(): <T>(shape: [Wire] extends [T] ? Shape<T> : never) => Shape<T> {
  return (shape) => shape;
}
