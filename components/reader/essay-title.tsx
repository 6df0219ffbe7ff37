import { readingMinutes } from '@/lib/core/essay/reading-time';

interface Props {
  essay: { title: string; authors: string[]; sourceUrl: string | null; licence: string | null };
  words: number;
  /** False when the text opens with the title itself. */
  isHeading: boolean;
}

export function EssayTitle({ essay: { title, authors, sourceUrl, licence }, words, isHeading }: Props) {
  return (
    <header className="reader-title">
      {isHeading && <h1 dir="auto">{title}</h1>}
      <p>
        {authors.length > 0 && <bdi>{authors.join(', ')}</bdi>}
        <span>{readingMinutes(words)} min read</span>
        {sourceUrl && (
          <a href={sourceUrl} rel="noopener">
            {new URL(sourceUrl).hostname.replace(/^www\./, '')}
          </a>
        )}
        {licence && <span>{licence}</span>}
      </p>
    </header>
  );
}
