interface Props {
  readonly title: string;
  readonly questions: readonly string[];
  readonly onAsk: (question: string) => void;
}

export function Suggestions({ title, questions, onAsk }: Props) {
  if (questions.length === 0) return null;
  return (
    <div class="suggestions">
      <h3>{title}</h3>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" class="suggestion" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
