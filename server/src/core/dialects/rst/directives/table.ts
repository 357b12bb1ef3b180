/**
 * What is known of directives: which parts of them are text to read. Sources: docutils' directive documentation, and
 * Sphinx's for those that its projects add.
 */

/** What stands behind `::`. `none`: there is no argument, text there is content already. */
type ArgumentKind = 'none' | 'inline' | 'opaque';

/** `blocks`: body elements. `inline`: one run of text. `lines`: one on each line. `opaque`: not reStructuredText. */
type ContentKind = 'blocks' | 'inline' | 'lines' | 'opaque' | 'entries' | 'csv';

export interface DirectiveShape {
  readonly argument: ArgumentKind;
  readonly content: ContentKind;
  /** It only says something of its content, which belongs to what is around. */
  readonly isTransparent?: true;
  /** What looks like an option is content. */
  readonly options?: 'none';
  /** What is made of titles in it, where that is not none. */
  readonly titles?: 'left' | 'topics';
  /** The argument is the path or URI of something. */
  readonly link?: 'image' | 'figure' | 'include' | 'literalinclude';
}

const shapes = new Map<string, DirectiveShape>();

function define(shape: DirectiveShape, names: string): void {
  for (const name of names.split(/\s+/)) {
    shapes.set(name, shape);
  }
}

define(
  { argument: 'none', content: 'blocks' },
  'attention caution danger error hint important note tip warning seealso todo acks impl-detail',
);
define(
  { argument: 'none', content: 'blocks', options: 'none' },
  'epigraph highlights pull-quote header footer replace',
);
define({ argument: 'none', content: 'blocks', isTransparent: true }, 'compound');
define({ argument: 'inline', content: 'blocks' }, 'admonition topic table list-table');
define({ argument: 'inline', content: 'blocks', titles: 'topics' }, 'sidebar');
define({ argument: 'inline', content: 'csv' }, 'csv-table');
define({ argument: 'inline', content: 'opaque' }, 'rubric centered contents');
define({ argument: 'none', content: 'inline' }, 'parsed-literal');
define({ argument: 'none', content: 'lines' }, 'line-block');
define(
  { argument: 'inline', content: 'blocks' },
  'versionadded versionchanged versionremoved deprecated deprecated-removed',
);
define(
  { argument: 'opaque', content: 'blocks' },
  `hlist glossary availability audit-event tab-set tab-item tabs tab group-tab dropdown
  grid card grid-item grid-item-card collapse details function method attribute data exception describe object option
  cmdoption envvar confval setting templatetag templatefilter fieldlookup django-admin django-admin-option decorator
  staticmethod classmethod property opcode`,
);
define({ argument: 'opaque', content: 'blocks', isTransparent: true }, 'class rst-class container');
define({ argument: 'opaque', content: 'blocks', isTransparent: true, titles: 'left' }, 'only ifconfig');
define({ argument: 'opaque', content: 'opaque', link: 'image' }, 'image');
define({ argument: 'opaque', content: 'blocks', link: 'figure' }, 'figure');
define({ argument: 'opaque', content: 'opaque', link: 'include' }, 'include');
define({ argument: 'opaque', content: 'opaque', link: 'literalinclude' }, 'literalinclude');
define({ argument: 'none', content: 'entries' }, 'toctree');

/** Of docutils and of Sphinx, whose content is not read. */
const OTHERS = new Set(
  `code code-block sourcecode highlight highlightlang index raw tabularcolumns todolist cssclass currentmodule module
  program sectionauthor codeauthor moduleauthor productionlist graphviz digraph graph inheritance-diagram autosummary
  default-domain math meta role default-role title date unicode sectnum section-numbering target-notes`.split(/\s+/),
);

/** Whether directive `name`, in lower case, is one of docutils or Sphinx. */
export function isKnownDirective(name: string): boolean {
  return shapes.has(name) || OTHERS.has(name) || name.includes(':');
}

const OPAQUE: DirectiveShape = { argument: 'opaque', content: 'opaque' };
const DOMAIN: DirectiveShape = { argument: 'opaque', content: 'blocks' };

/** What directive `name`, in lower case, holds; an unknown one is left alone, one of a Sphinx domain (`py:function`) holds blocks. */
export function directiveShape(name: string): DirectiveShape {
  return shapes.get(name) ?? (name.includes(':') ? DOMAIN : OPAQUE);
}
