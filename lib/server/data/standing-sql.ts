import 'server-only';
import { wireTime } from './wire-time';

/** A `Standing` (lib/core/essay/where-it-stands.ts) of group `g`, essay `e` and reading list entry `l`, for a person. */
export const standingFor = (person: string) => `json_build_object(
  'group', g.name, 'slug', CASE WHEN EXISTS (
    SELECT 1 FROM membership own JOIN "group" twin ON twin.id = own.group_id
    WHERE own.user_id = ${person} AND twin.id <> g.id AND lower(twin.name) = lower(g.name)) THEN g.slug END,
  'authors', coalesce(to_json(e.authors), '[]'), 'added', CASE WHEN EXISTS (
    SELECT 1 FROM reading_list_entry other JOIN essay twin ON twin.id = other.essay_id
    WHERE other.group_id = g.id AND twin.id <> e.id AND lower(twin.title) = lower(e.title)) THEN ${wireTime('l.added_at')} END)`;
