/** Where an annotation was made, when that was not here. */
export function TakenFrom({ address }: { address: string }) {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return (
    <p className="note-taken">
      Imported from{' '}
      <a href={address} rel="nofollow noreferrer noopener ugc" target="_blank">
        {host.replace(/^www\./, '')}
      </a>
    </p>
  );
}
