interface Props {
  readonly title: string;
  readonly parts: readonly string[];
}

/** What the documents do not cover, said plainly. */
export function MissingParts({ title, parts }: Props) {
  if (parts.length === 0) return null;
  return (
    <div class="missing">
      <p>{title}</p>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}
