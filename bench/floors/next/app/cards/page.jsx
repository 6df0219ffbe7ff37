import { cardsOf } from '../cards-of.js';

export default async function Page({ searchParams }) {
  const { group, limit } = await searchParams;
  const cards = await cardsOf(group, limit);
  return (
    <ul>
      {cards.map(({ id, number, kind, statement, status, passages, credences }) => (
        <li key={id}>
          <a href={`/cards/${number}`}>{statement}</a> {kind} {status} {passages} {credences?.length}
        </li>
      ))}
    </ul>
  );
}
