/** Where settings come from: the client's answers, what it sends by itself, or what it was started with. */
import type { ConfigurationItem, Connection, DidChangeConfigurationParams } from 'vscode-languageserver';
import type { NotePath } from '../core/text/path.ts';
import type { ExclusionSettings } from '../workspace/exclusion.ts';
import { pathToUri } from '../workspace/notePath.ts';
import type { Logger } from '../workspace/ports.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { readGlobs, readSettings, type Settings } from './settings.ts';

/** All that was asked for, as of one moment. */
export interface Configuration {
  readonly settings: Settings;
  /** By workspace folder. */
  readonly exclusions: ReadonlyMap<NotePath, ExclusionSettings>;
}

const exclusionSections = ['files.exclude', 'search.exclude', 'search.useIgnoreFiles'];

export class ConfigurationSource {
  readonly #connection: Connection;
  readonly #client: ClientFeatures;
  readonly #logger: Logger;
  #sent: unknown;

  /** `initial`: the `talkNotes` settings that the client was started with. */
  constructor(connection: Connection, client: ClientFeatures, logger: Logger, initial: unknown) {
    this.#connection = connection;
    this.#client = client;
    this.#logger = logger;
    this.#sent = initial;
  }

  /** Takes what a client that cannot be asked sends along with the news that settings changed. */
  accept({ settings }: DidChangeConfigurationParams): void {
    if (typeof settings === 'object' && settings !== null && 'talkNotes' in settings) {
      this.#sent = settings.talkNotes;
    }
  }

  /** Settings as they are now; defaults for what the client does not say. */
  async read(roots: readonly NotePath[]): Promise<Configuration> {
    const [section, ...excluded] = await this.#ask([
      { section: 'talkNotes' },
      ...roots.flatMap((root) => exclusionSections.map((name) => ({ scopeUri: pathToUri(root), section: name }))),
    ]);
    const exclusions = new Map<NotePath, ExclusionSettings>();
    roots.forEach((root, at) => {
      const [files, search, useIgnoreFiles] = excluded.slice(at * exclusionSections.length);
      exclusions.set(root, {
        globs: [...readGlobs(files), ...readGlobs(search)],
        ignoreFiles: useIgnoreFiles !== false,
      });
    });
    return { settings: readSettings(section ?? this.#sent), exclusions };
  }

  async #ask(items: ConfigurationItem[]): Promise<unknown[]> {
    if (!this.#client.configuration) {
      return [];
    }
    try {
      return (await this.#connection.workspace.getConfiguration(items)) ?? [];
    } catch (error) {
      this.#logger.warn(`The client gave no settings: ${String(error)}`);
      return [];
    }
  }
}
