/** From samples of a thread: how long code of some scripts held it without a break. */
import type { Profiler } from 'node:inspector';

/** A time in which the thread did nothing else. */
export interface Stretch {
  readonly milliseconds: number;
  /** Functions on the stack where most of the time went, from the outside in. */
  readonly where: string;
}

/** Time in these belongs to whoever ran before. */
const between = new Set(['(garbage collector)', '(program)']);

/** What Node compiles a script in, where the script itself is not on the stack yet. */
const compiler = 'wrapSafe';

/**
 * The stretches of the scripts whose addresses end with one of `scripts`, in the order of time; with `compiles` also where Node
 * compiles a script, which has to be one of them.
 */
export function stretchesOf(
  profile: Profiler.Profile,
  scripts: readonly string[],
  compiles = false,
): readonly Stretch[] {
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const chains = chainsOf(nodes, scripts, compiles);
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const stretches: Stretch[] = [];
  let length = 0;
  let pending = 0;
  let parts = new Map<string, number>();
  const end = (): void => {
    if (length > 0) stretches.push({ milliseconds: length / 1000, where: longest(parts) });
    length = 0;
    pending = 0;
    parts = new Map();
  };
  samples.forEach((id, at) => {
    // A sample stands for the time until the next one.
    const time = timeDeltas[at + 1] ?? 0;
    const chain = chains.get(id);
    if (chain !== undefined) {
      length += pending + time;
      pending = 0;
      parts.set(chain, (parts.get(chain) ?? 0) + time);
    } else if (length > 0 && between.has(names.get(id) ?? '')) pending += time;
    else end();
  });
  end();
  return stretches;
}

/** The functions of the scripts on the stack of each node that has any. */
function chainsOf(
  nodes: readonly Profiler.ProfileNode[],
  scripts: readonly string[],
  compiles: boolean,
): ReadonlyMap<number, string> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const chains = new Map<number, string>();
  for (const { id } of nodes) {
    const chain: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { url, functionName } = byId.get(at)!.callFrame;
      const isOurs = scripts.some((script) => url.endsWith(script));
      if (isOurs || (compiles && functionName === compiler)) chain.unshift(functionName || '(anonymous)');
    }
    if (chain.length > 0) chains.set(id, chain.join(' > '));
  }
  return chains;
}

function longest(parts: ReadonlyMap<string, number>): string {
  return [...parts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
