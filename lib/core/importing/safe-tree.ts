import type { Root } from 'hast';
import { type Options, default as rehypeSanitize } from 'rehype-sanitize';
import { unified } from 'unified';

/** Elements whose text nobody sees, or that bring content from elsewhere. */
const stripped =
  'script style template noscript head title svg math iframe object embed audio video canvas map select textarea';

/**
 * No style, no class but code's language, no event handlers. `id` is kept for pairing footnotes only: documents have
 * no place for it. Elements that are not named give their children.
 */
const schema: Options = {
  tagNames: (
    'p div section article main header footer aside address figure figcaption details summary dl dt dd ul ol menu li ' +
    'blockquote pre hr br h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th a img input span ' +
    'strong b em i cite dfn var s strike del code kbd samp tt sub sup q center hgroup fieldset legend form option'
  ).split(' '),
  attributes: {
    '*': ['id'],
    a: ['href'],
    img: ['alt', 'src'],
    input: [['type', 'checkbox'], 'checked'],
    ol: ['start'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan'],
    code: [['className', /^language-/]],
  },
  required: { input: { type: 'checkbox' } },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  strip: stripped.split(' '),
  clobber: [],
};

const sanitizer = unified().use(rehypeSanitize, schema);

/** The tree without anything that could act or load. */
export function safeTree(tree: Root): Root {
  return sanitizer.runSync(tree) as Root;
}
