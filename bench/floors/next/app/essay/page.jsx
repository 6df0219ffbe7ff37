import { readFileSync } from 'node:fs';

export const dynamic = 'force-dynamic';

const paragraphs = () => JSON.parse(readFileSync(process.env.FLOOR_ESSAY, 'utf8'));
let kept;

export default function Page() {
  kept ??= paragraphs();
  return (
    <article>
      {kept.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </article>
  );
}
