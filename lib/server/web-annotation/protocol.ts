import 'server-only';
import { createHash } from 'node:crypto';
import { notFound } from '@/lib/core/api/problem';
import {
  annotationJson,
  type ContainerHead,
  containerIri,
  containerJson,
  pageJson,
} from '@/lib/core/web-annotation/container-json';
import { containerPreferences } from '@/lib/core/web-annotation/container-preferences';
import { foreignAnnotation } from '@/lib/core/web-annotation/foreign-annotation';
import { createItem, deleteItem, replaceItem } from '@/lib/server/data/web-annotation/changes';
import { containerItems, containerOf, contentsOf } from '@/lib/server/data/web-annotation/container';
import { containerItem } from '@/lib/server/data/web-annotation/item';
import type { Item } from '@/lib/server/data/web-annotation/items';
import { bearerOf, demandMatch, matches, writerOf } from '@/lib/server/http/machine-door';
import { jsonBody } from '@/lib/server/http/request-body';
import { acceptLd, mediaType } from './protocol-headers';

/** https://www.w3.org/TR/annotation-protocol/: a group's annotations and replies, each with an address of its own. */

type Place = { group: string; id: string };

const largest = 256_000;
const hashed = (...parts: unknown[]) =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}"`;

/** A container as a whole, or with `?page=` one of its pages. */
export async function readContainer(request: Request, { group }: { group: string }): Promise<Response> {
  acceptLd(request);
  const { searchParams } = new URL(request.url);
  const viewer = await bearerOf(request);
  const container = await containerOf(viewer, group);
  const page = pageOf(searchParams.get('page'));
  const prefer = page === null ? request.headers.get('prefer') : null;
  const { iris, minimal, applied } = containerPreferences(prefer, searchParams.get('iris') === '1');
  const etag = hashed(container.state.key, page, iris, minimal);
  const headers = new Headers({
    etag,
    ...(page === null && { 'content-location': containerIri(container, iris) }),
  });
  if (applied) headers.set('preference-applied', applied);
  if (matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  const { total, modified } = await contentsOf(viewer, container);
  const head = { iri: container.iri, label: container.state.name, total, modified };
  const needed = page !== null || (!minimal && total > 0);
  const items = needed ? await containerItems(viewer, container, { number: page ?? 0, iris }) : null;
  if (page !== null && !items) throw notFound();
  return ldJson(bodyOf(head, { iris, page, items }), headers);
}

function bodyOf(
  head: ContainerHead,
  { iris, page, items }: { iris: boolean; page: number | null; items: string[] | null },
): string {
  if (page === null) return containerJson(head, iris, items && { number: 0, items });
  return pageJson(head, iris, { number: page, items: items ?? [] });
}

function pageOf(given: string | null): number | null {
  if (given === null) return null;
  if (!/^\d{1,7}$/.test(given)) throw notFound();
  return Number(given);
}

function ldJson(body: string, headers: Headers, status = 200): Response {
  headers.set('content-type', mediaType);
  return new Response(body, { status, headers });
}

export async function postAnnotation(request: Request, { group }: { group: string }): Promise<Response> {
  const viewer = await writerOf(request, 'annotate');
  const item = await createItem(viewer, group, await foreignBody(request));
  const body = annotationJson(item.json);
  const location = (JSON.parse(item.json) as { id: string }).id;
  return ldJson(body, new Headers({ etag: etagOf(item), location }), 201);
}

const foreignBody = async (request: Request, place: { replaces?: boolean } = {}) =>
  foreignAnnotation(await jsonBody(request, largest, ['application/ld+json', 'application/json']), place);

const etagOf = ({ json }: Item) => hashed(json);

export async function readAnnotation(request: Request, place: Place): Promise<Response> {
  acceptLd(request);
  const item = await containerItem(await bearerOf(request), place);
  const headers = new Headers({ etag: etagOf(item) });
  if (matches(request.headers.get('if-none-match'), etagOf(item)))
    return new Response(null, { status: 304, headers });
  return ldJson(annotationJson(item.json), headers);
}

export async function putAnnotation(request: Request, place: Place): Promise<Response> {
  const viewer = await writerOf(request, 'edit');
  const sent = await foreignBody(request, { replaces: true });
  const demand = (item: Item) => demandMatch(request, etagOf(item));
  const mayMove = request.headers.has('if-match');
  const item = await replaceItem(viewer, { ...place, demand, mayMove }, sent);
  return ldJson(annotationJson(item.json), new Headers({ etag: etagOf(item) }));
}

export async function removeAnnotation(request: Request, place: Place): Promise<Response> {
  const viewer = await writerOf(request, 'edit');
  const demand = (item: Item) => demandMatch(request, etagOf(item));
  await deleteItem(viewer, { ...place, demand });
  return new Response(null, { status: 204 });
}
