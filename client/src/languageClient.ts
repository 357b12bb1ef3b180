import type { CancellationToken } from 'vscode';
import {
  type AddTodoParams,
  type AdjacentTalkParams,
  type AdjacentTalkResult,
  type AnnotateParams,
  type AnnotateResult,
  type AnnotationsParams,
  type AnnotationsResult,
  type ArchiveDoneParams,
  addTodoRequest,
  adjacentTalkRequest,
  annotateRequest,
  annotationsRequest,
  archiveDoneRequest,
  type BacklinksParams,
  backlinksRequest,
  type CheckLinksResult,
  type ChecklistParams,
  type CheckWebLinksParams,
  type CheckWebLinksResult,
  checkLinksRequest,
  checklistRequest,
  checkWebLinksRequest,
  fileReferencesRequest,
  type LinkTextParams,
  type LinkTextResult,
  linkTextRequest,
  type MendLinksParams,
  type MendLinksResult,
  type MoveTodosParams,
  mendLinksRequest,
  moveTodosRequest,
  type NewNoteParams,
  type NewNoteResult,
  newNoteRequest,
  noteAnnotationsRequest,
  type RequestOf,
  type SectionParams,
  type SetTodoFieldsParams,
  setTodoFieldsRequest,
  type TalkEntry,
  type TalkLinkParams,
  type TalkLinkResult,
  type TalkPathParams,
  type TalksParams,
  type TodoEditsResult,
  type TodoHighlightsParams,
  type TodoHighlightsResult,
  type TodosParams,
  type TodosResult,
  type ToggleEdit,
  type ToggleTodoParams,
  type ToggleTodoResult,
  type TreeNode,
  talkLinkRequest,
  talkListRequest,
  talkPathRequest,
  talksRequest,
  todoHighlightsRequest,
  todosRequest,
  toggleTodoRequest,
  type WebLinkSites,
  type WebLinkSitesParams,
  type WebLinksParams,
  type WebLinksResult,
  type WireAnnotation,
  type WireLocation,
  type WriteLinksParams,
  type WriteLinksResult,
  webLinkSitesRequest,
  webLinksRequest,
  writeLinksRequest,
} from '../../server/src/lsp/protocol.ts';
import { ServerConnection } from './serverConnection.ts';

/** Part of LSP itself. */
const executeCommandRequest: RequestOf<{ command: string; arguments: readonly unknown[] }, unknown> = {
  method: 'workspace/executeCommand',
};

/** The server as typed methods, one for each request. */
export class TalkNotesClient extends ServerConnection {
  talks(params: TalksParams): Promise<readonly TreeNode[]> {
    return this.request(talksRequest, params).then((result) => result.nodes);
  }

  talkPath(params: TalkPathParams): Promise<readonly TreeNode[]> {
    return this.request(talkPathRequest, params).then((result) => result.nodes);
  }

  talkList(): Promise<readonly TalkEntry[]> {
    return this.request(talkListRequest, {}).then((result) => result.talks);
  }

  adjacentTalk(params: AdjacentTalkParams): Promise<AdjacentTalkResult> {
    return this.request(adjacentTalkRequest, params);
  }

  async backlinks(params: BacklinksParams): Promise<readonly TreeNode[]> {
    return (await this.request(backlinksRequest, params)).nodes;
  }

  fileReferences(params: { readonly uri: string }): Promise<{ readonly locations: readonly WireLocation[] }> {
    return this.request(fileReferencesRequest, params);
  }

  todos(params: TodosParams): Promise<TodosResult> {
    return this.request(todosRequest, params);
  }

  toggleTodo(params: ToggleTodoParams): Promise<ToggleTodoResult> {
    return this.request(toggleTodoRequest, params);
  }

  setTodoFields(params: SetTodoFieldsParams): Promise<TodoEditsResult> {
    return this.request(setTodoFieldsRequest, params);
  }

  moveTodos(params: MoveTodosParams): Promise<TodoEditsResult> {
    return this.request(moveTodosRequest, params);
  }

  addTodo(params: AddTodoParams): Promise<TodoEditsResult> {
    return this.request(addTodoRequest, params);
  }

  archiveDone(params: ArchiveDoneParams): Promise<TodoEditsResult> {
    return this.request(archiveDoneRequest, params);
  }

  todoHighlights(params: TodoHighlightsParams): Promise<TodoHighlightsResult> {
    return this.request(todoHighlightsRequest, params);
  }

  annotations(params: AnnotationsParams): Promise<AnnotationsResult> {
    return this.request(annotationsRequest, params);
  }

  newNote(params: NewNoteParams): Promise<NewNoteResult> {
    return this.request(newNoteRequest, params);
  }

  checklist(params: ChecklistParams): Promise<{ readonly changes: readonly ToggleEdit[] }> {
    return this.request(checklistRequest, params);
  }

  talkLink(params: TalkLinkParams): Promise<TalkLinkResult> {
    return this.request(talkLinkRequest, params);
  }

  /** All annotations of one note, in document order. */
  noteAnnotations(uri: string): Promise<readonly WireAnnotation[]> {
    return this.request(noteAnnotationsRequest, { uri }).then((result) => result.annotations);
  }

  annotate(params: AnnotateParams): Promise<AnnotateResult> {
    return this.request(annotateRequest, params);
  }

  linkText(params: LinkTextParams, token?: CancellationToken): Promise<LinkTextResult> {
    return this.request(linkTextRequest, params, token);
  }

  /** The server has the edit applied, or says why there is none. */
  async editSection(params: SectionParams): Promise<void> {
    await this.request(executeCommandRequest, { command: 'talkNotes.server.editSection', arguments: [params] });
  }

  /** From then on the findings of all notes are shown, also by a server that is started later. */
  checkLinks(): Promise<CheckLinksResult> {
    this.hasCheckedLinks = true;
    return this.request(checkLinksRequest, {});
  }

  webLinkSites(params: WebLinkSitesParams): Promise<WebLinkSites> {
    return this.request(webLinkSitesRequest, params);
  }

  checkWebLinks(params: CheckWebLinksParams, token?: CancellationToken): Promise<CheckWebLinksResult> {
    return this.request(checkWebLinksRequest, params, token);
  }

  webLinks(params: WebLinksParams): Promise<WebLinksResult> {
    return this.request(webLinksRequest, params);
  }

  mendLinks(params: MendLinksParams, token?: CancellationToken): Promise<MendLinksResult> {
    return this.request(mendLinksRequest, params, token);
  }

  writeLinks(params: WriteLinksParams): Promise<WriteLinksResult> {
    return this.request(writeLinksRequest, params);
  }
}
