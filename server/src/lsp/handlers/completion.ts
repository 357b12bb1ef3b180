import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import type { CompletionSubject } from '../../core/model/completion.ts';
import { completion } from '../../features/completion/completion.ts';
import type { Completion, CompletionKind, Proposal } from '../../features/completion/completionItem.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';

/** Signs that start a link, a name, a path, a speaker or a tag. */
export const completionTriggers = ['`', '[', '(', '<', '/', '@', '#', '|', '^'];

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  note: CompletionItemKind.File,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  heading: CompletionItemKind.Reference,
  label: CompletionItemKind.Reference,
  name: CompletionItemKind.Reference,
  footnote: CompletionItemKind.Reference,
  role: CompletionItemKind.Function,
  directive: CompletionItemKind.Keyword,
  option: CompletionItemKind.Property,
  speaker: CompletionItemKind.Value,
  tag: CompletionItemKind.Constant,
};

/** What may be written at the cursor. */
export function registerCompletion({
  connection,
  handle,
  workspace,
  client,
  elsewhere,
  settings,
}: ServerContext): void {
  connection.onCompletion(
    handle.note(
      'completion',
      (): CompletionList | null => null,
      async ({ path, entry: { dialect } }, { position }) => {
        const current = settings().links ? await workspace.currentText(path) : undefined;
        if (current === undefined) {
          return null;
        }
        const { text, entry } = current;
        const { lines } = entry.note;
        const isServed = elsewhere.has(dialect, 'navigation');
        const found = completion(workspace.snapshotFor(path), entry, text, lines.offsetAt(position), {
          isWanted: (subject) => !isServed || !isCommon(subject),
        });
        if (found === undefined) {
          return null;
        }
        const range = toRange(lines, found.span);
        const items = found.proposals.map((proposal, at) => itemOf(found, proposal, at, range, client.snippets));
        return { isIncomplete: found.isPartial, items };
      },
    ),
  );
}

/** Whether an editor's own support of a language completes it, where it has any. */
function isCommon(subject: CompletionSubject): boolean {
  const isReference = subject.type === 'name' && subject.spaces.includes('definition');
  return subject.type === 'path' || subject.type === 'fragment' || isReference;
}

function itemOf(
  { close }: Completion,
  { label, kind, text = label, snippet, detail, isOpen }: Proposal,
  at: number,
  range: Range,
  canHaveSnippets: boolean,
): CompletionItem {
  const isSnippet = snippet !== undefined && canHaveSnippets;
  const newText = isSnippet ? snippet : isOpen === true ? text : text + close;
  return {
    label,
    kind: kinds[kind],
    ...(detail === undefined ? {} : { detail }),
    filterText: text,
    sortText: String(at).padStart(4, '0'),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    textEdit: { range, newText },
  };
}
