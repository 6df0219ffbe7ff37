// What draws highlights and finds passages on the reading page, apart from the app around it.
import { articleView } from '@/components/reader/article-view';
import { createPainter } from '@/components/reader/painter';
import { rangesAt } from '@/components/reader/ranges-at';
import { describe } from '@/lib/core/anchoring/selectors';

Object.assign(window, { articleView, createPainter, rangesAt, describe });
