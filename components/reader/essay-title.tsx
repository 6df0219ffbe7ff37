import { readingMinutes } from '@/lib/core/essay/reading-time';

interface Props {
  essay: {
    title: string;
    authors: string[];
    sourceUrl: string | null;
    licence: string | null;
    language: string;
  };
  words: number;
  /** False when the text opens with the title itself. */
  isHeading: boolean;
}

const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

export function EssayTitle({ essay, words, isHeading }: Props) {
  const { title, authors, sourceUrl, licence, language } = essay;
  const hasByline = authors.length > 0 || sourceUrl !== null || licence !== null;
  // How long it takes is no line of its own above a title that the text brings.
  if (!isHeading && !hasByline) return null;
  return (
    <header className="reader-title" dir={rightToLeft.test(language) ? 'rtl' : 'ltr'}>
      {isHeading && <h1 dir="auto">{title}</h1>}
      <p>
        {authors.length > 0 && <bdi>{authors.join(', ')}</bdi>}
        <bdi>{readingMinutes(words)} min read</bdi>
        {sourceUrl && (
          <a href={sourceUrl} rel="noopener">
            {new URL(sourceUrl).hostname.replace(/^www\./, '')}
          </a>
        )}
        {licence && <bdi>{licence}</bdi>}
      </p>
    </header>
  );
}
