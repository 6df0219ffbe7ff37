import { escapeHtml } from '@/lib/core/essay/escape-html';
import { byDay, dateName, knownZone } from './by-day';
import { type Told, whatHappened, whoDid, whyTold } from './inbox-entry';
import { frame, styles } from './mail-frame';
import { oneLine } from './one-line';

/** An entry of the inbox (lib/core/api/inbox.ts), as far as a mail shows it. */
export interface MailedEntry extends Told {
  group: { name: string };
  about: string;
  thread: string;
  quote: string | null;
  words: string | null;
  path: string;
  created: string;
}

/** Where the links of a mail lead, and whose clock it goes by. */
export interface MailPlace {
  /** Origin, without a slash at its end. */
  site: string;
  /** Address at which mail is turned off, below the site. */
  unsubscribePath: string;
  timeZone: string;
}

export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
}

/** More than so many nobody reads in a mail; the inbox has them all. */
const mostEntries = 40;

/**
 * The mail that tells of entries, newest first: subject, plain text and HTML of the same words. Names and titles are
 * anybody's, so lines of the subject are joined and HTML is escaped.
 */
export function composeMail(all: readonly MailedEntry[], place: MailPlace): ComposedMail {
  const shown = all.slice(0, mostEntries);
  const zone = knownZone(place.timeZone);
  const days = byDay(shown, zone);
  const more = all.length - shown.length;
  const context = { place, time: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone }) };
  const isOneDay = days.length === 1;
  const name = (day: string) => (isOneDay ? null : dateName(day, days[0]!.day));
  const inbox = `${place.site}/inbox`;
  const text = [
    ...days.flatMap(({ day, threads }) => [
      ...(name(day) ? [name(day)!.toUpperCase()] : []),
      ...threads.map(({ entries }) => textOf(entries, context)),
    ]),
    ...(more > 0 ? [`And ${more} more: ${inbox}`] : []),
    `--\nYou are told of what concerns you in your groups.\nInbox: ${inbox}\nChange how often: ${place.site}/settings#mail\nStop these mails: ${place.site}${place.unsubscribePath}`,
  ].join('\n\n');
  const body = [
    ...days.flatMap(({ day, threads }) => [
      ...(name(day) ? [`<p style="${styles.day}">${escapeHtml(name(day)!)}</p>`] : []),
      ...threads.map(({ entries }) => htmlOf(entries, context)),
    ]),
    `<p style="margin:24px 0 0"><a href="${escapeHtml(inbox)}" style="${styles.button}">${more > 0 ? `Open the inbox: ${more} more` : 'Open the inbox'}</a></p>`,
  ].join('\n');
  const subject = subjectOf(all);
  return { subject, text: `${text}\n`, html: frame({ title: subject, body, place }) };
}

function subjectOf(all: readonly MailedEntry[]): string {
  const [first] = all;
  if (!first) return 'Your inbox';
  const about = oneLine(first.about || first.group.name, 70);
  if (all.length === 1) return `${oneLine(whoDid(first), 40)} ${whatHappened(first)}: “${about}”`;
  const others = new Set(all.map(({ thread }) => thread)).size - 1;
  const rest = others === 0 ? '' : others === 1 ? ' and one more thread' : ` and ${others} more threads`;
  return `${all.length} new: “${about}”${rest}`;
}

interface Context {
  place: MailPlace;
  time: Intl.DateTimeFormat;
}

/** Within a thread the oldest comes first, as it is read. */
const inOrder = (entries: readonly MailedEntry[]) => [...entries].reverse();

function factsOf(entry: MailedEntry, { time }: Context): string {
  return [time.format(new Date(entry.created)), whyTold(entry)].filter((fact) => fact !== null).join(' · ');
}

function textOf(entries: readonly MailedEntry[], context: Context): string {
  const first = entries[0]!;
  const title = oneLine(first.about, 200);
  const head = [`${title}${title && ' – '}${oneLine(first.group.name, 120)}`];
  if (first.quote) head.push(`> ${oneLine(first.quote, 200)}`);
  const each = inOrder(entries).map((entry) =>
    [
      `${oneLine(whoDid(entry), 100)} ${whatHappened(entry)} (${oneLine(factsOf(entry, context), 160)})`,
      ...(entry.words ? [`  ${oneLine(entry.words, 300)}`] : []),
      `  ${context.place.site}${entry.path}`,
    ].join('\n'),
  );
  return [head.join('\n'), ...each].join('\n\n');
}

function htmlOf(entries: readonly MailedEntry[], context: Context): string {
  const first = entries[0]!;
  const each = inOrder(entries).map((entry) => {
    const href = escapeHtml(`${context.place.site}${entry.path}`);
    const words = entry.words ? `<p dir="auto" style="${styles.words}">${escapeHtml(entry.words)}</p>` : '';
    return `<div style="${styles.entry}"><p style="margin:0"><a href="${href}" style="${styles.link}"><b><bdi>${escapeHtml(whoDid(entry))}</bdi></b> ${escapeHtml(whatHappened(entry))}</a></p>${words}<p style="${styles.facts}">${escapeHtml(factsOf(entry, context))}</p></div>`;
  });
  const quote = first.quote
    ? `<blockquote dir="auto" style="${styles.quote}">${escapeHtml(oneLine(first.quote, 200))}</blockquote>`
    : '';
  const group = first.about ? `<p style="${styles.group}">${escapeHtml(first.group.name)}</p>` : '';
  return `<div style="${styles.thread}"><p dir="auto" style="${styles.title}">${escapeHtml(first.about || first.group.name)}</p>${group}${quote}${each.join('')}</div>`;
}
