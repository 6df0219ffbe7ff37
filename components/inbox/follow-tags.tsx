import type { Tag } from '@/lib/core/api/groups';
import { FollowButton } from './follow-button';

interface Props {
  group: string;
  tags: readonly Tag[];
  /** As `kind:subject`. */
  follows: ReadonlySet<string>;
}

/** The words of a group's vocabulary, each to follow wherever it is used. */
export function FollowTags({ group, tags, follows }: Props) {
  const inUse = tags.filter(({ retired }) => !retired);
  if (inUse.length === 0) return null;
  return (
    <section aria-labelledby="follow-tags" className="mt-10 grid gap-3">
      <div>
        <h2 id="follow-tags" className="text-xl">
          Follow a tag
        </h2>
        <p className="text-ink-2 text-sm">Your inbox then tells you of every passage that others give it.</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {inUse.map(({ slug, name }) => (
          <FollowButton
            key={slug}
            group={group}
            kind="tag"
            subject={slug}
            name={name}
            isNamed={true}
            look="outline"
            following={follows.has(`tag:${slug}`)}
          />
        ))}
      </div>
    </section>
  );
}
