import { heldFacts, statementOf } from '@/lib/core/corpus/annotation-facts';
import type { CorpusCard, CorpusPosition } from '@/lib/core/corpus/corpus';
import { cruxGraph, type GraphRelation } from '@/lib/core/corpus/crux-graph';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { grouped } from '@/lib/core/crux/grouped';
import { statusNames } from '@/lib/core/crux/status-names';
import { commentHtml } from '@/lib/core/essay/comment-html';
import { escapeHtml } from '@/lib/core/essay/escape-html';

/** What the group talks about, card by card: what it bears on and who believes it how much. */
export function* cardsHtml(cards: readonly CorpusCard[]): Generator<string> {
  const relations = grouped(cruxGraph(cards), ({ from }) => from);
  const names = new Map(
    cards.map((card) => [card.id, { number: card.number, statement: statementOf(card) }]),
  );
  yield '<section id="cards" class="cards">\n<h2>Cards</h2>\n';
  if (cards.length === 0) yield '<p>There are no cards.</p>\n';
  for (const card of cards) {
    const links = (relations.get(card.id) ?? []).map((relation) => relationHtml(relation, names));
    yield `${cardHtml(card, links)}\n`;
  }
  yield '</section>\n';
}

function cardHtml(card: CorpusCard, relations: readonly string[]): string {
  const { number, type, statement, details, operationalization, resolvesBy, status, positions } = card;
  const live = positions.filter(({ superseded }) => superseded === null).map(positionHtml);
  const facts = [
    type.replaceAll('-', ' '),
    statusNames[status].toLowerCase(),
    ...(resolvesBy ? [`by ${resolvesBy}`] : []),
    ...heldFacts(card.held).map((fact) => fact.toLowerCase()),
  ];
  const blocks = [
    `<h3 dir="auto">${number}. ${escapeHtml(statement)}</h3>`,
    `<p class="small">${facts.join(' · ')}</p>`,
    ...(details ? [`<div class="words" dir="auto">${commentHtml(standingComment(details))}</div>`] : []),
    ...(operationalization ? [`<p dir="auto">True if: ${escapeHtml(operationalization)}</p>`] : []),
    list(relations),
    list(live),
  ];
  return `<section class="note" id="card-${number}">${blocks.filter(Boolean).join('\n')}</section>`;
}

const list = (items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<ul class="facts">${items.map((item) => `<li dir="auto">${item}</li>`).join('')}</ul>`;

type Names = ReadonlyMap<string, { number: number; statement: string }>;

function relationHtml({ type, to, rationale, state }: GraphRelation, names: Names): string {
  const target = names.get(to ?? '');
  const what = target
    ? `<a href="#card-${target.number}">card ${target.number}</a>: ${escapeHtml(target.statement)}`
    : 'another relation';
  const why = rationale ? ` (${escapeHtml(rationale)})` : '';
  return `${type.replaceAll('-', ' ')} ${what}${why}${state === 'proposed' ? ', proposed' : ''}`;
}

function positionHtml({ person, credence, reason }: CorpusPosition): string {
  const belief = credence === null ? 'no view' : `${credence} %`;
  return `<bdi>${escapeHtml(person.name)}</bdi>: ${belief}${reason ? `, ${escapeHtml(reason)}` : ''}`;
}
