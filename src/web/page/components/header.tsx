import { say } from '../locales/say.ts';
import { Menu } from './menu.tsx';

interface Props {
  readonly organisation: string | null;
  readonly onPerson: () => void;
  readonly onNew: () => void;
  readonly onDelete: (() => void) | null;
}

export function Header({ organisation, onPerson, onNew, onDelete }: Props) {
  return (
    <header class="top">
      <div class="top-row">
        <h1>
          <span class="organisation">{organisation}</span> <span class="ai">{say('page.ai')}</span>
        </h1>
        <button type="button" class="button" onClick={onPerson} aria-haspopup="dialog">
          {say('person.open')}
        </button>
        <Menu onNew={onNew} onDelete={onDelete} />
      </div>
    </header>
  );
}
