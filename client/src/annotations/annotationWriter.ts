import { l10n, Uri, window, workspace } from 'vscode';
import type { AnnotateParams } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import type { Platform } from '../platform.ts';
import { planEdit, writeEdit } from '../writing/noteWriter.ts';

/** Writes annotations into notes. The server computes; this writes, and says why where it cannot. */
export class AnnotationWriter {
  readonly #client: TalkNotesClient;
  readonly #platform: Platform;
  /** One change at a time: the second may concern lines that the first one moves. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(client: TalkNotesClient, platform: Platform) {
    this.#client = client;
    this.#platform = platform;
  }

  /** Whether the change was made; where it was not, the user has been told why. */
  write(params: AnnotateParams): Promise<boolean> {
    const run = this.#queue.then(async () => {
      const problem = await this.#write(params).catch((error: unknown) =>
        l10n.t('The annotation was not written: {0}', error instanceof Error ? error.message : String(error)),
      );
      // Not awaited: the answer of a notification that nobody closes never comes.
      if (problem !== undefined) void window.showWarningMessage(problem);
      return problem === undefined;
    });
    this.#queue = run;
    return run;
  }

  async #write(params: AnnotateParams): Promise<string | undefined> {
    // Opened first, so that the server answers from the text that is going to be edited.
    await workspace.openTextDocument(Uri.parse(params.type === 'add' ? params.uri : params.annotation.uri));
    const { changes, refused } = await this.#client.annotate(params);
    for (const change of changes) {
      const plan = await planEdit(change, Uri.parse(change.uri), this.#platform);
      if ('refused' in plan) return plan.refused;
      const written = await writeEdit(plan.planned);
      const problem = 'refused' in written ? written.refused : written.unsaved;
      if (problem !== undefined) return problem;
    }
    return refused;
  }
}
