'use client';

import '@/components/annotation/comment.css';
import '@/components/annotation/writer.css';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';
import type { CardPassage, DoubleCruxes, FoundDoubleCrux } from '@/lib/core/api/pictures';
import { meetingPlace, pairedThread } from '@/lib/core/crux/paired-thread';

interface Props {
  /** Slug. */
  group: string;
  viewer: string;
  people: DoubleCruxes['people'];
  found: FoundDoubleCrux;
}

interface BeginningProps extends Props {
  look: 'primary' | 'outline';
}

const Editor = dynamic(() => import('@/components/editor/rich-editor').then(({ RichEditor }) => RichEditor), {
  ssr: false,
  loading: () => <p className="text-ink-3 text-sm">Loading…</p>,
});

/** Begins the talk of two people as a reply where the card is discussed already. */
export function OpenThread({ group, viewer, people, found, look }: BeginningProps) {
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  const place = meetingPlace(found);
  if (!place)
    return (
      <p className="text-ink-3 text-sm">
        A thread needs a passage: link one on the page of the card, and it can begin there.
      </p>
    );
  if (!isOpen)
    return (
      <div>
        <Button
          look={look}
          ref={(button) => void (wasOpen.current && button?.focus())}
          onClick={() => setOpen(true)}
        >
          Open a thread
        </Button>
      </div>
    );
  const leave = () => {
    wasOpen.current = true;
    setOpen(false);
  };
  return (
    <Opening group={group} viewer={viewer} people={people} found={found} place={place} onLeave={leave} />
  );
}

function Opening({
  group,
  viewer,
  people,
  found,
  place,
  onLeave,
}: Props & { place: CardPassage; onLeave: () => void }) {
  const router = useRouter();
  const { run, pending, error } = useRequest();
  const [id] = useState(newId);
  const start = useMemo(() => {
    const addressOf = (passage: CardPassage) => new URL(pathOf(group, passage), location.href).href;
    return pairedThread({ people, found, addressOf });
  }, [group, people, found]);
  const [comment, setComment] = useState(start);

  async function send() {
    const sent = await run(() =>
      api('POST /annotations/{id}/replies', {
        params: { id: place.annotation },
        body: { id, comment: { document: { ...comment } } },
      }),
    );
    if (sent) router.push(pathOf(group, place) as Route);
  }

  // As in a thread: before the editor, which would break the line.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void send();
  }

  return (
    <div className="writer" role="group" aria-label="New thread" onKeyDownCapture={onKeyDown}>
      <p className="text-ink-2 text-sm">
        It becomes a reply to “<span dir="auto">{brief(place.exact)}</span>” in{' '}
        <cite dir="auto">{place.essay.title}</cite>, where everybody in the group can join. Make it yours
        first.
      </p>
      <Editor
        label="What the thread begins with"
        others={{ group, self: viewer }}
        start={start}
        typed=""
        onChange={setComment}
      />
      <Refusal error={error} />
      <div className="flex gap-2">
        <Button disabled={pending} onClick={() => void send()}>
          Send
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

const pathOf = (group: string, { essay, annotation }: CardPassage) =>
  `/g/${group}/${essay.slug}#a-${annotation}`;

const brief = (words: string) => (words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words);
