import { editAnnotation } from './change-annotation';
import { mark } from './reading-group.fixture';
import type { Viewer } from './viewer';

/** Moves somebody's annotation to the first occurrence of `exact` in the essay. */
export const move = (viewer: Viewer, id: string, exact: string) =>
  editAnnotation(viewer, id, { change: { target: mark(exact).target }, ifMatch: null });
