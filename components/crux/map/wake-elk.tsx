import { elkAddress } from './elk-address';

/**
 * Starts ELK's worker as soon as the browser reads of it, since waking takes it longer than most maps do. Where the page
 * comes without being loaded anew, nothing runs it, and `layOut` starts the worker.
 */
export function WakeElk({ nonce }: { nonce: string | undefined }) {
  const code = `window.elk=new Worker(${JSON.stringify(elkAddress)})`;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code and the address of a file of ours
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />
  );
}
