/** Entry point of the server in a web worker. It has no disk of its own: the client reads for it. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from '../../lsp/server.ts';
import { workerClock } from './clock.ts';

declare const self: DedicatedWorkerGlobalScope;
/** Put in by scripts/build.ts. */
declare const TALK_NOTES_VERSION: string;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
startServer(connection, { clock: workerClock, version: TALK_NOTES_VERSION });
