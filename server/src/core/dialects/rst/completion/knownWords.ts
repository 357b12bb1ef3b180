/** Roles and directives of docutils and Sphinx with their options. Source: their reference pages. */
import type { KnownWord } from '../../../model/completion.ts';

const ROLES =
  'abbr any class code command doc download emphasis envvar eq file func guilabel kbd keyword literal math ' +
  'menuselection meth mod numref option pep program ref rfc samp strong subscript superscript term title-reference';

const COMMON = 'class name';
const FIGURE = `align alt height loading name class scale target width`;
const ADMONITION = COMMON;
const CODE = 'class name number-lines';

/** Options by directive. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  admonition: ADMONITION,
  attention: ADMONITION,
  caution: ADMONITION,
  class: '',
  code: CODE,
  'code-block': 'caption class dedent emphasize-lines force lineno-start linenos name',
  compound: COMMON,
  container: 'name',
  contents: 'backlinks class depth local name',
  'csv-table':
    'align class delim encoding escape file header header-rows keepspace name quote stub-columns url width widths',
  danger: ADMONITION,
  date: '',
  'default-role': '',
  deprecated: '',
  epigraph: COMMON,
  error: ADMONITION,
  figure: `${FIGURE} figclass figname figwidth`,
  footer: '',
  glossary: 'sorted',
  header: '',
  highlight: 'force linenothreshold',
  highlights: COMMON,
  hint: ADMONITION,
  image: FIGURE,
  important: ADMONITION,
  include: 'class code encoding end-before end-line literal name number-lines parser start-after start-line tab-width',
  index: 'name',
  'list-table': 'align class header-rows name stub-columns width widths',
  literalinclude:
    'caption class dedent diff emphasize-lines encoding end-at end-before force language lineno-match lineno-start linenos ' +
    'lines name prepend append pyobject start-after start-at tab-width',
  math: 'class label name nowrap',
  meta: '',
  note: ADMONITION,
  only: '',
  'parsed-literal': COMMON,
  'pull-quote': COMMON,
  raw: 'class encoding file url',
  replace: '',
  role: 'class',
  rubric: COMMON,
  sectnum: 'depth prefix start suffix',
  seealso: ADMONITION,
  sidebar: 'class name subtitle',
  table: 'align class name width widths',
  tip: ADMONITION,
  title: '',
  toctree: 'caption class glob hidden includehidden maxdepth name numbered reversed titlesonly',
  todo: COMMON,
  topic: COMMON,
  unicode: 'ltrim rtrim trim',
  versionadded: '',
  versionchanged: '',
  warning: ADMONITION,
};

function words(list: string, snippet: (word: string) => string): readonly KnownWord[] {
  return list
    .split(' ')
    .filter((word) => word !== '')
    .map((text) => ({ text, snippet: snippet(text) }));
}

export const roles = words(ROLES, (role) => `${role}:\`$0\``);

export const directives = words(Object.keys(DIRECTIVES).join(' '), (directive) => `${directive}:: $0`);

/** The options of a directive; those that every directive has where it is not known. */
export function optionsOf(directive: string): readonly KnownWord[] {
  const known = Object.hasOwn(DIRECTIVES, directive) ? DIRECTIVES[directive]! : COMMON;
  return words(known, (option) => `${option}: $0`);
}
