import type { Disposable } from 'vscode';
import { FileDecoration, l10n, ThemeColor, Uri, window } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';

type Marks = NonNullable<TreeNode['marks']>;

const scheme = 'talk-notes-marks';
/** What a row with these marks has for a resource: it says nothing but the marks. */
export function marksUri(marks: Marks): Uri {
  return Uri.from({ scheme, path: '/talk', query: JSON.stringify(marks) });
}

/** Puts the marks at the end of rows: the number of open to-dos, and an exclamation mark where links are broken. */
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
  return new FileDecoration(badge(open, broken > 0), tooltip, color);
}

/** There is room for two characters. Colour alone would not do: in high contrast there is none. */
function badge(open: number, isBroken: boolean): string {
  if (!isBroken) return String(Math.min(open, 99));
  return open === 0 ? '!' : `${open > 9 ? '+' : open}!`;
}
