/** A fixed text: an empty line begins a paragraph, each in the direction of its own first words. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, at) => (
          <p key={at} dir="auto">
            {paragraph}
          </p>
        ))}
    </>
  );
}
