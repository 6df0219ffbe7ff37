import type { AnyExtension } from '@tiptap/core';
import { Mention } from '@tiptap/extension-mention';
import { Placeholder } from '@tiptap/extension-placeholder';
import { Markdown } from '@tiptap/markdown';
import { StarterKit } from '@tiptap/starter-kit';
import { isSafeHref, safeHref } from '@/lib/core/essay/safe-href';
import { markdownLink } from './markdown-link';
import { markdownPaste } from './markdown-paste';
import { memberSuggestion, type Others } from './member-suggestion';
import type { MentionQuery } from './mention-list';
import { typedMention } from './typed-mention';

/** The schema of comments (lib/core/essay/comment-document.ts) as the editor knows it. */
export function commentExtensions(
  others: Others,
  showMention: (query: MentionQuery | null) => void,
): AnyExtension[] {
  return [
    StarterKit.configure({
      heading: false,
      horizontalRule: false,
      underline: false,
      trailingNode: false,
      dropcursor: false,
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: (url) => isSafeHref(safeHref(url) ?? `https://${url}`),
        HTMLAttributes: { target: null, rel: null, class: null },
      },
    }),
    Placeholder.configure({ placeholder: 'Say what you think…' }),
    Mention.configure({ suggestion: memberSuggestion(others, showMention) }),
    typedMention(others),
    Markdown,
    markdownLink,
    markdownPaste,
  ];
}
