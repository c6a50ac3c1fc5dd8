import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../locales/say.ts';
import { useWide } from './use-wide.ts';

interface Props {
  readonly title: string;
  /** `source` stands beside the conversation where there is room; `small` is always above it. */
  readonly kind: 'source' | 'small';
  /** What is shown; when it changes, the heading gets the focus again. */
  readonly subject?: string;
  /** What gets the focus back. */
  readonly opener: Element | null;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A panel: a bottom sheet on a phone. Its heading gets the focus; Esc closes it. */
export function Sheet({ title, kind, subject, opener, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const returnTo = useRef(opener);
  returnTo.current = opener;
  const isBeside = useWide() && kind === 'source';

  useLayoutEffect(() => {
    const panel = dialog.current;
    if (panel === null) return;
    if (isBeside) panel.show();
    else panel.showModal();
    return () => panel.close();
  }, [isBeside]);

  // Whatever opened it or filled it anew.
  useLayoutEffect(() => heading.current?.focus(), [isBeside, subject, opener]);

  useLayoutEffect(
    () => () => {
      dialog.current?.close();
      if (returnTo.current instanceof HTMLElement && returnTo.current.isConnected) returnTo.current.focus();
    },
    [],
  );

  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onClose]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it, as Esc and the button do
    <dialog
      ref={dialog}
      class={`sheet ${kind}${isBeside ? ' beside' : ''}`}
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && !isBeside) onClose();
      }}
    >
      <div class="sheet-body">
        <div class="sheet-head">
          <h2 id="sheet-title" ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" class="button quiet" onClick={onClose}>
            {say('source.close')}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
