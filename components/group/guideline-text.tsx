import { CommentView } from '@/components/annotation/comment-view';
import { standingComment } from '@/lib/core/corpus/standing-comment';

/** How to annotate here, folded away until somebody wants to know. */
export function GuidelineText({ markdown }: { markdown: string }) {
  if (markdown === '') return null;
  return (
    <details className="mt-6 max-w-prose rounded-md border border-rule">
      <summary className="min-h-11 px-4 py-2.5 font-medium text-sm">How to annotate here</summary>
      <div className="px-4 pb-4">
        <CommentView document={standingComment(markdown)} />
      </div>
    </details>
  );
}
