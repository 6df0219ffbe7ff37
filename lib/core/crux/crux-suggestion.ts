/** A passage that somebody called a crux and that no card speaks of yet. */
export interface CruxSuggestion {
  annotation: string;
  essay: { slug: string; title: string };
  /** The words of the passage. */
  exact: string;
  /** Markdown. */
  comment: string | null;
  author: string;
  replies: number;
}
