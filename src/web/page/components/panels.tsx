import type { Welcome } from '../contract/welcome.ts';
import { DeletePanel } from './delete-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import type { ShownSource } from './place.ts';
import { SourcePanel } from './source-panel.tsx';

/** The one panel that is open. */
export type Shown =
  | null
  | { readonly panel: 'source'; readonly source: ShownSource }
  | { readonly panel: 'person' | 'delete'; readonly opener: Element | null };

interface Props {
  readonly shown: Shown;
  readonly welcome: Welcome | null;
  readonly onShow: (shown: Shown) => void;
  readonly onClose: () => void;
  readonly onDelete: () => Promise<void>;
}

export function Panels({ shown, welcome, onShow, onClose, onDelete }: Props) {
  switch (shown?.panel) {
    case 'source':
      return (
        <SourcePanel
          source={shown.source}
          onClose={onClose}
          onShow={(place) => onShow({ panel: 'source', source: { ...shown.source, place } })}
        />
      );
    case 'person':
      return <PersonPanel welcome={welcome} opener={shown.opener} onClose={onClose} />;
    case 'delete':
      return <DeletePanel opener={shown.opener} onClose={onClose} onConfirm={onDelete} />;
    default:
      return null;
  }
}
