import { cardsOf } from '../../cards-of.js';

export async function GET(request) {
  const { searchParams } = new URL(request.url);
  return Response.json(await cardsOf(searchParams.get('group'), searchParams.get('limit')));
}
