import { type Place, restorePlace } from './restore-place';

interface Props {
  saved: Place | null;
  nonce: string | undefined;
}

/** Puts the reader back where they stopped before anything is painted. Stands right after the article. */
export function RestorePlaceScript({ saved, nonce }: Props) {
  const code = `(${restorePlace})(document.getElementById('essay'),${JSON.stringify(saved)})`;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code and two numbers
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />
  );
}
