import type { Disposable } from 'vscode';
import { FileDecoration, l10n, ThemeColor, Uri, window } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';

type Marks = NonNullable<TreeNode['marks']>;

const scheme = 'talk-notes-marks';
/** A decoration has room for two characters. */
const most = 99;

/** What a row with these marks has for a resource: it says nothing but the marks. */
export function marksUri(marks: Marks): Uri {
  return Uri.from({ scheme, path: '/talk', query: JSON.stringify(marks) });
}

/** Puts the marks at the end of rows: the number of open to-dos, in the colour of warnings where links are broken. */
export function showMarks(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration: (uri) => (uri.scheme === scheme ? decoration(JSON.parse(uri.query) as Marks) : undefined),
  });
}

function decoration({ open, broken }: Marks): FileDecoration {
  const links = broken === 1 ? l10n.t('1 broken link') : l10n.t('{0} broken links', broken);
  const todos = open === 1 ? l10n.t('1 open to-do') : l10n.t('{0} open to-dos', open);
  const tooltip = [...(open === 0 ? [] : [todos]), ...(broken === 0 ? [] : [links])].join(', ');
  const color = broken === 0 ? undefined : new ThemeColor('list.warningForeground');
  return new FileDecoration(open === 0 ? '!' : String(Math.min(open, most)), tooltip, color);
}
