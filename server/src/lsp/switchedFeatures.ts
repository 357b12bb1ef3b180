/**
 * Features that settings switch on and off. An editor keeps what it was answered until the note changes; it asks again at once when a
 * feature is offered or withdrawn. So where it lets us, these are offered after the start, and only while they are on.
 */
import {
  CodeLensRequest,
  type Connection,
  type Disposable,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Logger } from '../workspace/ports.ts';
import type { ClientFeatures, LateFeature } from './clientFeatures.ts';
import type { Settings } from './settings.ts';

interface Switched {
  readonly feature: LateFeature;
  /** Another text means other answers; `undefined` while it is off. */
  state(settings: Settings): string | undefined;
  offer(connection: Connection): Promise<Disposable>;
}

/** The editor knows which documents are ours. */
const documentSelector = null;

const allSwitched: readonly Switched[] = [
  {
    feature: 'documentSymbol',
    state: ({ outline }) => (outline ? 'on' : undefined),
    offer: ({ client }) => client.register(DocumentSymbolRequest.type, { documentSelector, label: 'Talk Notes' }),
  },
  {
    feature: 'foldingRange',
    state: ({ folding }) => (folding ? 'on' : undefined),
    offer: ({ client }) => client.register(FoldingRangeRequest.type, { documentSelector }),
  },
  {
    feature: 'documentLink',
    state: ({ links }) => (links ? 'on' : undefined),
    offer: ({ client }) => client.register(DocumentLinkRequest.type, { documentSelector }),
  },
  {
    feature: 'codeLens',
    state: ({ todos, todoLenses, referenceLenses }) => {
      const shown = [todoLenses && todos ? 'todos' : '', referenceLenses ? 'references' : ''].join('');
      return shown === '' ? undefined : shown;
    },
    offer: ({ client }) => client.register(CodeLensRequest.type, { documentSelector }),
  },
];

/** What is offered from the start: all but what is offered later. */
export function withoutLate(all: ServerCapabilities, { late }: ClientFeatures): ServerCapabilities {
  const names = new Set(
    allSwitched.filter(({ feature }) => late.has(feature)).map(({ feature }) => `${feature}Provider`),
  );
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.has(name)));
}

export class SwitchedFeatures {
  readonly #connection: Connection;
  readonly #logger: Logger;
  readonly #switched: readonly Switched[];
  readonly #offered = new Map<LateFeature, { readonly state: string; readonly offer: Disposable }>();
  #following: Promise<void> = Promise.resolve();

  constructor(connection: Connection, { late }: ClientFeatures, logger: Logger) {
    this.#connection = connection;
    this.#logger = logger;
    this.#switched = allSwitched.filter(({ feature }) => late.has(feature));
  }

  /** Offers what is on, withdraws what is off, and offers anew what answers otherwise by now. */
  follow(settings: Settings): void {
    // All at once: whoever waits for the notes to be read can rely on what was offered before.
    this.#following = this.#following.then(async () => {
      await Promise.all(this.#switched.map((each) => this.#follow(each, each.state(settings))));
    });
  }

  async #follow({ feature, offer }: Switched, state: string | undefined): Promise<void> {
    const offered = this.#offered.get(feature);
    if (offered?.state === state) {
      return;
    }
    this.#offered.delete(feature);
    offered?.offer.dispose();
    if (state === undefined) {
      return;
    }
    try {
      this.#offered.set(feature, { state, offer: await offer(this.#connection) });
    } catch (error) {
      this.#logger.warn(`The client does not take ${feature}: ${String(error)}`);
    }
  }
}
