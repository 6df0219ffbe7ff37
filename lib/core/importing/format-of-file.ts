import type { EssayDraft } from '@/lib/core/api/essays';

const formats: Readonly<Record<string, EssayDraft['format']>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/** What a file with this name holds, by its ending; undefined when the ending says nothing. */
export function formatOfFile(name: string): EssayDraft['format'] | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : formats[ending];
}
