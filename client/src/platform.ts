import type { Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between the hosts an extension can run in. The entry points make one; nothing else knows the host. */
export interface Platform {
  /** A client that is not started yet, connected to the server in this host's way. Reads the library that it is of first. */
  createClient(id: string, name: string, options: LanguageClientOptions): Promise<BaseLanguageClient>;
  /** URI of the folder with a page for each finding; the server on a disk knows its own. */
  readonly findingsHelp?: string;
  /** Whether writing the file is bound to fail, as far as can be told without writing. */
  isReadOnly(uri: Uri): Promise<boolean>;
  /** Whether this host can look at web pages: a browser lets nobody ask other sites. */
  readonly asksWeb: boolean;
  /** What the system calls the user; '' where there is no such thing. */
  userName(): string;
}
