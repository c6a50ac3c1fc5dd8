import type { Action } from '../contract/notice.ts';

/** Things to tap: a number to call, an address to write to. */
export function Actions({ actions }: { readonly actions: readonly Action[] }) {
  if (actions.length === 0) return null;
  return (
    <ul class="actions">
      {actions.map(({ label, href }) => (
        <li key={href + label}>
          <a
            class="button action"
            dir="auto"
            href={href}
            {...(href.startsWith('https:') && { target: '_blank', rel: 'noopener' })}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
