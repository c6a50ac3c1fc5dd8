import { Hono } from 'hono';
import { Fault } from '#domain/fault.ts';
import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import type { WireDocument, WireDocumentList } from '#wire/document.ts';
import { documentIdPattern, idPattern } from '#wire/id.ts';
import type { WirePassage } from '#wire/passage.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { presentDocument } from './present-document.ts';
import { requirePublished } from './published-document.ts';

export function documentRoutes({ knowledge: { documents }, clock }: Pick<AppDeps, 'knowledge' | 'clock'>) {
  const today = () => clock.now().toISOString().slice(0, 10);

  return (
    new Hono<AppEnv>()
      .get('/v1/documents', async (c) => {
        const all = await documents.list();
        const published = all.filter(({ status, withdrawnOn }) => status === 'published' && withdrawnOn === null);
        const shown = published.map((document) => presentDocument(document, today()));
        return c.json({ documents: shown } satisfies WireDocumentList, 200);
      })
      // An id may have `/` in it: percent-encoded, or as a proxy may have decoded it.
      .get('/v1/documents/:id{.+}', async (c) => {
        const id = requireShape(c.req.param('id'), documentIdPattern) as DocumentId;
        const version = c.req.query('version') as DocumentVersion | undefined;
        const document = await requirePublished(documents, id, version);
        return c.json({ ...presentDocument(document, today()), text: document.text } satisfies WireDocument, 200);
      })
      .get('/v1/passages/:id', async (c) => {
        const passage = await documents.findPassage(requireShape(c.req.param('id'), idPattern) as PassageId);
        if (passage === null) throw new Fault('not_found', 'No such passage');
        const { id, documentId, documentVersion, headingPath, kind, text, start, end } = passage;
        const { title } = await requirePublished(documents, documentId, documentVersion);
        const section = headingPath.at(-1) ?? null;
        const body = {
          passageId: id,
          documentId,
          documentVersion,
          title,
          section,
          headingPath,
          kind,
          text,
          start,
          end,
        };
        return c.json(body satisfies WirePassage, 200);
      })
  );
}

function requireShape(id: string, pattern: RegExp): string {
  if (!pattern.test(id)) throw new Fault('not_found', 'No id has this form');
  return id;
}
