export interface NoticeAction {
  readonly label: string;
  /** Only `tel:`, `mailto:`, `sms:` or `https:`. */
  readonly href: string;
}

/** A fixed text from a versioned file in `prompts/notices/`; never generated. */
export interface Notice {
  readonly id: string;
  readonly version: string;
  readonly locale: string;
  readonly title: string;
  readonly text: string;
  readonly actions: readonly NoticeAction[];
}
