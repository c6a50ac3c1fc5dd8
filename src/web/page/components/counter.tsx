import { sayCount } from '../locales/say.ts';

/** From how many characters before the end the rest is counted. */
const nearEnd = 400;

export function Counter({ length, maxChars }: { readonly length: number; readonly maxChars: number }) {
  const left = maxChars - length;
  return (
    <p class={left < 0 ? 'counter over' : 'counter'} id="question-count">
      {left <= nearEnd && (left < 0 ? sayCount('composer.over', -left) : sayCount('composer.left', left))}
    </p>
  );
}
