import { FileLinks } from './file-links';

interface Props {
  /** Slug of the group. */
  group: string;
  /** Slug, when only one essay is meant. */
  essay?: string;
  /** Id of the round whose readers count alone. */
  round?: string | null;
}

function filesOf({ group, essay, round }: Props) {
  const path = `/api/v1/groups/${group}/agreement`;
  if (!essay)
    return { csv: `${path}.csv`, json: path, spans: `${path}/positions`, only: '', name: 'agreement' };
  const of = `/api/v1/groups/${group}/essays/${essay}`;
  if (!round)
    return {
      csv: `${of}/agreement.csv`,
      json: `${of}/agreement`,
      spans: `${path}/positions`,
      name: 'agreement',
      only: `?essay=${encodeURIComponent(essay)}`,
    };
  const ofRound = `${of}/rounds/${round}/agreement`;
  return {
    csv: `${ofRound}.csv`,
    spans: `${ofRound}/positions`,
    only: '',
    name: 'round-agreement',
    json: `${of}/agreement?round=${round}`,
  };
}

/** The figures, and what they were made of, to be taken away. */
export function AgreementFiles(props: Props) {
  const { csv, json, spans, only, name } = filesOf(props);
  const files = [
    { name: 'Figures (CSV)', href: csv, file: `${name}.csv` },
    { name: 'Figures (JSON)', href: json, file: `${name}.json` },
    { name: 'Positions (CSV)', href: `${spans}.csv${only}`, file: `${name}-positions.csv` },
    { name: 'Positions (JSON)', href: `${spans}${only}`, file: `${name}-positions.json` },
  ];
  return (
    <div className="grid gap-3">
      <FileLinks files={files} />
      <p className="max-w-prose text-ink-2 text-sm">
        Positions are the tokens of each text and the spans of each annotator in Unicode code points: all that
        is needed to compute these figures again, but for those of people who asked to be left out. There
        annotators have pseudonyms; the figures in JSON, and the pairs as a table, name people as this page
        does.
        {props.round && ' Tables have both: “before” is what these figures stand on, “after” is now.'}
      </p>
    </div>
  );
}
