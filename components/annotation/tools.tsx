'use client';

import { useEffect } from 'react';
import { useDesk } from './desk';
import { discussionKeys } from './discussion-keys';
import { SelectionToolbar } from './selection-toolbar';

/** What annotating and discussing need; fetched when somebody first selects a passage or opens a thread. */
export function Tools() {
  const desk = useDesk();
  useEffect(() => desk.store.keys.add(discussionKeys(desk)), [desk]);
  return <SelectionToolbar />;
}
