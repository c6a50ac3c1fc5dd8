export const staffRoles = ['coordinator', 'evaluator', 'adjudicator', 'admin'] as const;

export type StaffRole = (typeof staffRoles)[number];

/** Somebody who works for the organisation, as far as other parts need to know. */
export interface Staff {
  readonly id: string;
  readonly roles: readonly StaffRole[];
}
