import { useState } from 'react';
import type { MapRelation } from '@/lib/core/api/pictures';
import { elkAddress } from './elk-address';
import { graphOf } from './graph';

interface Props {
  cards: readonly string[];
  relations: readonly MapRelation[];
  /** Of the page's scripts. */
  nonce: string | undefined;
}

/**
 * Has ELK lay out the first map as soon as the browser reads of it: waking and working take it as long as the page takes
 * to come alive. Where the page comes without being loaded anew, nothing runs this, and `layOut` asks by itself.
 */
export function BeginLayout({ cards, relations, nonce }: Props) {
  const [code] = useState(() => codeFor(JSON.stringify(graphOf(cards, relations))));
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, and numbers
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />
  );
}

const codeFor = (asked: string) => `{
const elk = window.elk = new Worker(${JSON.stringify(elkAddress)});
elk.asked = '${asked}';
elk.laid = new Promise((resolve) => {
  elk.addEventListener('message', ({ data }) => data.id === 'first' && resolve(data.data));
  elk.addEventListener('error', () => {
    delete window.elk;
    resolve();
  });
});
elk.postMessage({ cmd: 'register', algorithms: ['layered'] });
elk.postMessage({ id: 'first', cmd: 'layout', graph: JSON.parse(elk.asked) });
}`;
