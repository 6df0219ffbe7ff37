import type { CorpusHead } from '@/lib/core/corpus/corpus';
import { inMarkdown } from '@/lib/core/export/markdown/markdown-text';

/** What annotators were told: the group's guideline, and what its words mean. */
export function guidelineText({ group, guideline, tags }: CorpusHead): string {
  const words = tags.map(
    ({ slug, name, definition, retired }) =>
      `- **${inMarkdown(name)}** (\`${slug}\`)${retired ? ', no longer in use' : ''}: ${inMarkdown(definition) || 'without a definition'}`,
  );
  const told = guideline?.markdown
    ? `Version ${guideline.version}.\n\n${guideline.markdown}`
    : 'There is none: what annotators had are the definitions below.';
  return `# How to annotate in ${inMarkdown(group.name)}\n\n${told}\n\n## Tags\n\n${words.join('\n')}\n`;
}
