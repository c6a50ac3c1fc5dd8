/** A value that can be watched. */
export interface Store<T> {
  get(): T;
  set(change: (before: T) => T): void;
  watch(onChange: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      const after = change(value);
      if (after === value) return;
      value = after;
      for (const onChange of [...watchers]) onChange();
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
