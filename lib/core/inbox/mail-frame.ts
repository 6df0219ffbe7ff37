import { escapeHtml } from '@/lib/core/essay/escape-html';

const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const serif = "'Source Serif 4',Georgia,'Times New Roman',serif";

/** Looks of a mail: programs that show them read no style sheets. The colours are those of the light theme. */
export const styles = {
  day: `margin:28px 0 10px;font:500 14px/1.4 ${sans};color:#504a43`,
  thread: 'margin:0 0 14px;padding:16px 20px;background:#ffffff;border:1px solid #e3ded4;border-radius:12px',
  title: `margin:0;font:600 18px/1.3 ${serif};color:#1e1b17`,
  group: `margin:2px 0 0;font:14px/1.4 ${sans};color:#6f6961`,
  quote: `margin:10px 0 0;padding:0 0 0 12px;border-left:2px solid #8d867b;font:16px/1.45 ${serif};color:#504a43`,
  entry: `margin:14px 0 0;padding:14px 0 0;border-top:1px solid #efece5;font:16px/1.5 ${sans};color:#1e1b17`,
  link: 'color:#1e1b17;text-decoration:none',
  words: 'margin:4px 0 0;color:#504a43',
  facts: `margin:4px 0 0;font:14px/1.4 ${sans};color:#6f6961`,
  button: `display:inline-block;padding:10px 18px;border-radius:8px;background:#17594a;color:#ffffff;font:500 15px/1.4 ${sans};text-decoration:none`,
  foot: `margin:28px 0 0;font:13px/1.6 ${sans};color:#6f6961`,
} as const;

interface Framed {
  /** Plain text. */
  title: string;
  /** HTML. */
  body: string;
  place: { site: string; unsubscribePath: string };
}

/** A whole mail in HTML: one column, no images, nothing fetched, readable without its styles. */
export function frame({ title, body, place: { site, unsubscribePath } }: Framed): string {
  const link = (path: string, text: string) =>
    `<a href="${escapeHtml(`${site}${path}`)}" style="color:#504a43">${text}</a>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:0;background:#f6f4ef">
<div style="max-width:600px;margin:0 auto;padding:24px 16px 40px">
<p style="margin:0 0 18px;font:600 16px/1.4 ${sans};color:#17594a">Cruxbook</p>
${body}
<p style="${styles.foot}">You are told of what concerns you in your groups.<br>${link('/settings#mail', 'Change how often')} · ${link(unsubscribePath, 'Stop these mails')}</p>
</div>
</body>
</html>
`;
}
