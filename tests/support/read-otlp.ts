/** A field of a protobuf message: a number for varints and doubles, bytes for the rest. */
interface Field {
  readonly number: number;
  readonly value: number | Buffer;
}

function* readFields(bytes: Buffer): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const number = key >>> 3;
    const wire = key & 7;
    if (wire === 0) yield { number, value: varint() };
    else if (wire === 1) {
      yield { number, value: bytes.readDoubleLE(at) };
      at += 8;
    } else if (wire === 5) at += 4;
    else {
      const length = varint();
      yield { number, value: bytes.subarray(at, at + length) };
      at += length;
    }
  }
}

const bytesOf = (message: Buffer, number: number): Buffer[] =>
  [...readFields(message)].flatMap((field) =>
    field.number === number && Buffer.isBuffer(field.value) ? [field.value] : [],
  );
const first = (message: Buffer, number: number) =>
  [...readFields(message)].find((field) => field.number === number)?.value;

type Value = string | number | boolean | null;

/** `AnyValue`: string 1, bool 2, int 3, double 4. */
function readValue(message: Buffer): Value {
  const [field] = readFields(message);
  if (field === undefined) return null;
  if (field.number === 1) return field.value.toString();
  return field.number === 2 ? field.value === 1 : Number(field.value);
}

const readAttributes = (pairs: readonly Buffer[]): Record<string, Value> =>
  Object.fromEntries(
    pairs.map((pair) => [String(first(pair, 1) ?? ''), readValue(bytesOf(pair, 2)[0] ?? Buffer.alloc(0))]),
  );

export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for a root. */
  readonly parentId: string;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly resource: Readonly<Record<string, Value>>;
  readonly status: { readonly code: number; readonly message: string };
}

/** The spans of an `ExportTraceServiceRequest`, by the field numbers of opentelemetry-proto (trace.proto, v1). */
export function readOtlpSpans(request: Buffer): ReceivedSpan[] {
  return bytesOf(request, 1).flatMap((resourceSpans) => {
    const resource = readAttributes(bytesOf(resourceSpans, 1).flatMap((message) => bytesOf(message, 1)));
    const spans = bytesOf(resourceSpans, 2).flatMap((scope) => bytesOf(scope, 2));
    return spans.map((span) => {
      const hex = (number: number) => bytesOf(span, number)[0]?.toString('hex') ?? '';
      const [status = Buffer.alloc(0)] = bytesOf(span, 15);
      return {
        name: String(first(span, 5) ?? ''),
        traceId: hex(1),
        spanId: hex(2),
        parentId: hex(4),
        attributes: readAttributes(bytesOf(span, 9)),
        resource,
        status: { code: Number(first(status, 3) ?? 0), message: String(first(status, 2) ?? '') },
      };
    });
  });
}
