/** Host names to addresses, each looked up once, and no address given out that may not be asked. */
import { promises as dns, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

export interface HostLookup {
  /** As the system does it for every program: hosts file, name services. Rejects with a `code`. */
  lookup(hostname: string): Promise<readonly LookupAddress[]>;
  /** Whether a name server says for certain that there is no such name. */
  isUnknown(hostname: string): Promise<boolean>;
}

export const systemLookup: HostLookup = {
  lookup: (hostname) => dns.lookup(hostname, { all: true, verbatim: true }),
  async isUnknown(hostname) {
    try {
      await dns.resolve4(hostname);
      return false;
    } catch (error) {
      // Without a network there is no name server to say so; a host with other addresses gives ENODATA.
      return codeOf(error) === 'ENOTFOUND' && knowsTheWorld();
    }
  },
};

/** Name servers of closed networks, and of some hotels, say of every name that there is no such one. */
async function knowsTheWorld(): Promise<boolean> {
  try {
    return (await dns.resolveNs('com')).length > 0;
  } catch {
    return false;
  }
}

/** Why a name has no address; `code` is what the HTTP client sees of it. */
export class LookupError extends Error {
  readonly code: 'no-such-host' | 'name-lookup' | 'private-address';

  constructor(code: LookupError['code'], hostname: string) {
    super(`${hostname}: ${code}`);
    this.code = code;
  }
}

/** How long an answer is used, in milliseconds. */
const LIFETIME = 300_000;

export class HostResolver {
  readonly #lookup: HostLookup;
  readonly #isAllowed: (address: string) => boolean;
  readonly #known = new Map<
    string,
    { readonly until: number; readonly addresses: Promise<readonly LookupAddress[]> }
  >();

  constructor(lookup: HostLookup, isAllowed: (address: string) => boolean) {
    this.#lookup = lookup;
    this.#isAllowed = isAllowed;
  }

  /** In the form in which `net.connect` wants it. */
  readonly forConnect: LookupFunction = (hostname, options, callback) => {
    this.#addresses(hostname).then(
      (addresses) => {
        const first = addresses[0]!;
        options.all ? callback(null, [...addresses]) : callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, '', 0),
    );
  };

  #addresses(hostname: string): Promise<readonly LookupAddress[]> {
    const known = this.#known.get(hostname);
    if (known !== undefined && known.until > performance.now()) {
      return known.addresses;
    }
    const addresses = this.#ask(hostname);
    this.#known.set(hostname, { until: performance.now() + LIFETIME, addresses });
    addresses.catch((error: unknown) => {
      if (codeOf(error) === 'name-lookup') {
        this.#known.delete(hostname);
      }
    });
    return addresses;
  }

  async #ask(hostname: string): Promise<readonly LookupAddress[]> {
    let found: readonly LookupAddress[];
    try {
      found = await this.#lookup.lookup(hostname);
    } catch {
      throw new LookupError((await this.#lookup.isUnknown(hostname)) ? 'no-such-host' : 'name-lookup', hostname);
    }
    const allowed = found.filter(({ address }) => this.#isAllowed(address));
    if (allowed.length === 0) {
      throw new LookupError(found.length === 0 ? 'name-lookup' : 'private-address', hostname);
    }
    return allowed;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
