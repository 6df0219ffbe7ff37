import { FileLinks } from './file-links';

interface Props {
  /** Slug of the group. */
  group: string;
  /** Slug, when only one essay is meant. */
  essay?: string;
}

/** The figures, and what they were made of, to be taken away. */
export function AgreementFiles({ group, essay }: Props) {
  const path = `/api/v1/groups/${group}/agreement`;
  const only = essay ? `?essay=${encodeURIComponent(essay)}` : '';
  const files = [
    ...(essay ? [] : [{ name: 'Figures (CSV)', href: `${path}.csv`, file: 'agreement.csv' }]),
    {
      name: 'Figures (JSON)',
      href: essay ? `/api/v1/groups/${group}/essays/${essay}/agreement` : path,
      file: 'agreement.json',
    },
    { name: 'Positions (CSV)', href: `${path}/positions.csv${only}`, file: 'agreement-positions.csv' },
    { name: 'Positions (JSON)', href: `${path}/positions${only}`, file: 'agreement-positions.json' },
  ];
  return (
    <div className="grid gap-3">
      <FileLinks files={files} />
      <p className="max-w-prose text-ink-2 text-sm">
        Positions are the tokens of each text and the spans of each annotator in Unicode code points: all that
        is needed to compute these figures again. Annotators have pseudonyms.
      </p>
    </div>
  );
}
