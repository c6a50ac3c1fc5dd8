/** A fixed text: an empty line begins a paragraph. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
    </>
  );
}
