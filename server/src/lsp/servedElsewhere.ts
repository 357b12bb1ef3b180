/** What the editor shows of its own for some languages. It is left to it, so that the user sees each thing once. */
import type { Dialect } from '../core/dialects/dialect.ts';
import type { ElsewhereFeature } from './protocol.ts';

export class ServedElsewhere {
  #features = new Map<string, ReadonlySet<string>>();

  constructor(served?: unknown) {
    this.set(served);
  }

  /** Replaces what is known by what a client sent; what is not of the right shape counts as nothing. */
  set(served: unknown): void {
    this.#features = new Map();
    for (const item of Array.isArray(served) ? served : []) {
      const { languageId, features } = (item ?? {}) as { readonly languageId?: unknown; readonly features?: unknown };
      if (typeof languageId === 'string' && Array.isArray(features)) {
        this.#features.set(languageId, new Set(features.filter((feature) => typeof feature === 'string')));
      }
    }
  }

  /** Whether the editor itself serves `feature` for notes of this dialect. */
  has(dialect: Dialect, feature: ElsewhereFeature): boolean {
    return dialect.languageIds.some((id) => this.#features.get(id)?.has(feature) === true);
  }
}
