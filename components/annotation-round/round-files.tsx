import { FileLinks } from '@/components/agreement/file-links';

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  /** Id of the round. */
  round: string;
}

/** Agreement before and after, and what it was made of, to be taken away. */
export function RoundFiles({ place: { group, essay }, round }: Props) {
  const path = `/api/v1/groups/${group}/essays/${essay}/rounds/${round}/agreement`;
  return (
    <div className="grid gap-3">
      <FileLinks
        files={[
          { name: 'Figures (CSV)', href: `${path}.csv`, file: 'round-agreement.csv' },
          { name: 'Figures (JSON)', href: path, file: 'round-agreement.json' },
          { name: 'Positions (CSV)', href: `${path}/positions.csv`, file: 'round-positions.csv' },
          { name: 'Positions (JSON)', href: `${path}/positions`, file: 'round-positions.json' },
        ]}
      />
      <p className="max-w-prose text-ink-2 text-sm">
        Positions are the tokens of the text and what each annotator had marked at the reveal, and has marked
        now, in Unicode code points: all that is needed to compute both again, but for those of people who
        asked to be left out. There annotators have pseudonyms; the figures in JSON say who moved by name.
      </p>
    </div>
  );
}
