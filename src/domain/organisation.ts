type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export interface EmergencyNumber {
  readonly label: string;
  /** As dialled inside the country; spaces are for reading only. */
  readonly number: string;
  readonly note: string | null;
}

export interface CountryNumbers {
  /** ISO 3166-1 alpha-2, or `*` where the country is unknown or not listed. */
  readonly country: string;
  readonly name: string;
  readonly emergency: readonly [EmergencyNumber, ...EmergencyNumber[]];
  /** Empty: no national line was certain enough to be shown, not that there is none. */
  readonly crisis: readonly EmergencyNumber[];
  /** A hospital's or organisation's own number for people under treatment. */
  readonly oncologyLine: EmergencyNumber | null;
  readonly source: string | null;
  /** Who checked the numbers; null while nobody has signed them. */
  readonly reviewedBy: string | null;
}

/** Who the assistant speaks for. Null where nobody has said; nothing medical stands here. */
export interface Organisation {
  readonly name: string;
  readonly description: string | null;
  readonly website: string | null;
  readonly contact: {
    readonly email: string | null;
    /** International form, `+…`. */
    readonly phone: string | null;
    readonly form: string | null;
    readonly postal: string | null;
  };
  /** When people answer. While `weekly` is null, no reply time may be promised. */
  readonly hours: {
    /** IANA name. */
    readonly timeZone: string | null;
    /** Spans such as `09:00-18:00`, in `timeZone`; a day that is absent has none. */
    readonly weekly: { readonly [day in Weekday]?: readonly string[] } | null;
  };
  /** Dates (`YYYY-MM-DD`) on which nobody answers. */
  readonly holidays: readonly string[];
  /** The first is the default. */
  readonly locales: readonly [string, ...string[]];
  /** Names that can only mean this organisation. */
  readonly ownQuestions: readonly string[];
  readonly suggestions: readonly string[];
  /** Always has one entry for `*`. */
  readonly emergency: readonly [CountryNumbers, ...CountryNumbers[]];
}
