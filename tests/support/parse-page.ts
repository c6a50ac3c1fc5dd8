import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

type Root = ReturnType<ReturnType<typeof createParser>['parse']>;
type Node = Root | Root['children'][number];
export type Element = Extract<Root['children'][number], { type: 'element' }>;

const createParser = () => unified().use(rehypeParse);

/** Every element under a node, in the order of the document. */
export function elementsOf(node: Node): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []));
}

/** The text of a node without tags, style sheets left out. */
export function textOf(node: Node): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'style')) return '';
  return node.children.map(textOf).join('');
}

/** A page as a browser would read it. */
export function parsePage(html: string) {
  const all = elementsOf(createParser().parse(html));
  const byId = (id: string): Element => {
    const found = all.find(({ properties }) => properties['id'] === id);
    if (found === undefined) throw new Error(`Nothing has the id ${id}.`);
    return found;
  };
  return {
    all,
    byTag: (...names: string[]): Element[] => all.filter(({ tagName }) => names.includes(tagName)),
    byClass: (name: string, within: readonly Element[] = all): Element[] =>
      within.filter(({ properties }) => [properties['className'] ?? []].flat().includes(name)),
    byId,
    textIn: (id: string): string => textOf(byId(id)).replace(/\s+/gu, ' '),
  };
}
