import type { Annotation } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import type { Desk } from './desk';

const linkTo = (anchor: string) => `${location.origin}${location.pathname}#${anchor}`;

async function copy(desk: Desk, text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    desk.say(said);
  } catch {
    desk.say('The browser does not let this page copy.');
  }
}

export const copyLink = (desk: Desk, anchor: string) => copy(desk, linkTo(anchor), 'Link copied.');

/** The passage, what it is from, and where to find it. */
export function copyQuote(desk: Desk, annotation: Annotation): Promise<void> {
  const source = `${desk.store.reading.essay.title}, ${linkTo(`a-${annotation.id}`)}`;
  return copy(desk, `“${quoteOf(annotation) ?? ''}”\n${source}`, 'Quote copied.');
}

export const copyText = (desk: Desk, text: string) => copy(desk, text, 'Copied.');
