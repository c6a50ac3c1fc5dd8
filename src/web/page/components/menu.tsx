import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../locales/say.ts';

interface Props {
  readonly onNew: () => void;
  /** Null while there is nothing to delete. */
  readonly onDelete: (() => void) | null;
}

/** A button that shows what is rarely needed. Esc, a click elsewhere or leaving it closes it. */
export function Menu({ onNew, onDelete }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    const onElsewhere = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('keydown', onKey);
    addEventListener('pointerdown', onElsewhere);
    addEventListener('focusin', onElsewhere);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onElsewhere);
      removeEventListener('focusin', onElsewhere);
    };
  }, [isOpen]);

  const choose = (action: () => void) => () => {
    setOpen(false);
    button.current?.focus();
    action();
  };

  return (
    <div class="menu" ref={root}>
      <button
        type="button"
        class="button quiet icon"
        ref={button}
        aria-expanded={isOpen}
        aria-controls="menu"
        aria-label={say('menu.label')}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="dots" aria-hidden="true">
          •••
        </span>
      </button>
      <ul id="menu" class="menu-list" hidden={!isOpen}>
        <li>
          <button type="button" class="menu-item" onClick={choose(onNew)}>
            {say('menu.new')}
          </button>
        </li>
        {onDelete !== null && (
          <li>
            <button type="button" class="menu-item" onClick={choose(onDelete)}>
              {say('menu.delete')}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
