import 'server-only';
import { type Tokens, tokenizing } from '@/lib/core/agreement/tokens';
import { versionText } from '@/lib/server/data/version-text';
import { inTurns } from '@/lib/server/in-turns';
import { RecentlyUsed } from '@/lib/server/recently-used';
import type { EssayState } from './essay-states';

/** By version; texts never change. So many tokens in all. */
const kept = new RecentlyUsed<Tokens>(3_000_000, ({ starts }) => starts.length + 1);

/** A text as far as its tokens go. */
export type TokenizedText = Pick<EssayState, 'id' | 'version' | 'versionId' | 'language'>;

export async function tokensOf({ id, version, versionId, language }: TokenizedText): Promise<Tokens> {
  const key = `${versionId} ${language}`;
  const known = kept.get(key);
  if (known) return known;
  const found = await versionText(id, version);
  const tokens = await inTurns(tokenizing(found?.text ?? '', language));
  kept.set(key, tokens);
  return tokens;
}
