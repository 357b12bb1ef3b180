/**
 * What the client and the server say to each other beyond the Language Server Protocol.
 * The only server file that the client imports. Documented in docs/lsp-extensions.md.
 */

export * from './protocol/annotations.ts';
export * from './protocol/files.ts';
export * from './protocol/links.ts';
export * from './protocol/session.ts';
export * from './protocol/talks.ts';
export * from './protocol/talkWrites.ts';
export * from './protocol/todoEdits.ts';
export * from './protocol/todos.ts';
export * from './protocol/trees.ts';
export * from './protocol/webLinks.ts';
export * from './protocol/wire.ts';
