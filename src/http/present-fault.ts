import type { Fault } from '#domain/fault.ts';
import type { WireFault } from '#wire/fault.ts';
import { faultTable } from './fault-table.ts';

/** The error body, without a notice. */
export function presentFault({ code, details }: Pick<Fault, 'code' | 'details'>, requestId: string): WireFault {
  return {
    error: {
      code,
      message: faultTable[code].message,
      requestId,
      ...(details.fields && { fields: [...details.fields] }),
      ...(details.turnId !== undefined && { turnId: details.turnId }),
      ...(details.withdrawn && { withdrawn: details.withdrawn }),
    },
  };
}
