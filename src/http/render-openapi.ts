import { faultTable } from './fault-table.ts';
import { type Operation, operations } from './openapi-operations.ts';
import { reviewOperations } from './openapi-review-operations.ts';
import { renderSchemas } from './openapi-schemas.ts';

const version = '1';

/** The OpenAPI 3.1 description of what this server offers. */
export function renderOpenapi() {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of [...operations, ...reviewOperations]) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: renderOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Citewell', version },
    paths,
    components: {
      schemas: renderSchemas(),
      securitySchemes: {
        conversation: { type: 'http', scheme: 'bearer' },
        staff: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function renderOperation(operation: Operation): object {
  const { summary, token, request } = operation;
  const parameters = [
    ...[...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => parameter(name ?? '', 'path', true)),
    ...(operation.query ?? []).map((name) => parameter(name, 'query', false)),
    ...(operation.headers ?? []).map((name) => parameter(name, 'header', false)),
  ];
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(token !== 'none' && { security: token === 'optional' ? [{}, { conversation: [] }] : [{ [token]: [] }] }),
    ...(request !== undefined && { requestBody: { required: true, content: json(request) } }),
    responses: { [operation.status]: success(operation), ...failures(operation) },
  };
}

function parameter(name: string, place: 'path' | 'query' | 'header', required: boolean): object {
  return { name, in: place, required, schema: { type: 'string' } };
}

function success({ summary, reply, events, mediaType }: Operation): object {
  const content = {
    ...(reply !== null && json(reply)),
    ...(mediaType !== undefined && { [mediaType]: { schema: { type: 'string' } } }),
    ...(events !== undefined && { 'text/event-stream': { schema: reference(events) } }),
  };
  return { description: summary, ...(Object.keys(content).length > 0 && { content }) };
}

/** One answer a status: several faults may share it. */
function failures({ faults }: Operation): Record<number, object> {
  const codes = new Map<number, string[]>();
  for (const code of [...faults, 'internal' as const]) {
    const { status } = faultTable[code];
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...codes].map(([status, names]) => [status, { description: names.join(', '), content: json('Fault') }]),
  );
}

function json(name: string): object {
  return { 'application/json': { schema: reference(name) } };
}

function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}
