/** Kinds of code actions. */
import { CodeActionKind, type CodeActionParams } from 'vscode-languageserver';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.talkNotes`;
export const ORGANIZE = `${CodeActionKind.Source}.organizeLinkDefinitions`;

export const codeActionKinds: string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  FIX_ALL,
  ORGANIZE,
];

/** Whether the client wants actions of `kind`. One that asks for `refactor` means everything below it as well. */
export function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
