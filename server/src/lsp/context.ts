/** What handlers work with. */
import type { Connection } from 'vscode-languageserver';
import type { RenameMemory } from '../features/rename/renameMemory.ts';
import type { NoteWorkspace } from '../workspace/noteWorkspace.ts';
import type { Logger } from '../workspace/ports.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Converter } from './convert.ts';
import type { DiagnosticsPublisher } from './diagnosticsPublisher.ts';
import type { Handle } from './handle.ts';
import type { OpenDocuments } from './openDocuments.ts';
import type { ServedElsewhere } from './servedElsewhere.ts';
import type { Settings } from './settings.ts';
import type { WebService } from './web/webService.ts';

export interface ServerContext {
  readonly connection: Connection;
  readonly workspace: NoteWorkspace;
  readonly documents: OpenDocuments;
  readonly diagnostics: DiagnosticsPublisher;
  readonly client: ClientFeatures;
  readonly convert: Converter;
  readonly handle: Handle;
  readonly logger: Logger;
  readonly elsewhere: ServedElsewhere;
  readonly web: WebService;
  readonly renames: RenameMemory;
  /** As of now. */
  settings(): Settings;
  /** Asks the editor for its settings: what it has just changed may be on its way still. */
  reconfigure(): Promise<void>;
}
