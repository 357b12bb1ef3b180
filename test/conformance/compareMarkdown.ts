/** Holds what our reader finds in a text against what micromark finds. */
import { type MarkdownGroup, markdownGroups, ownFacts, referenceFacts } from './markdownFacts.ts';

/** One fact that only one side has. */
export interface MarkdownDifference {
  readonly group: MarkdownGroup;
  readonly side: 'missing' | 'extra';
  readonly fact: string;
}

export interface MarkdownComparison {
  /** How many facts of each group micromark finds. */
  readonly counts: Readonly<Record<MarkdownGroup, number>>;
  readonly differences: readonly MarkdownDifference[];
}

/** Compares the facts of `text`, each as often as it occurs. */
export function compareMarkdown(text: string): MarkdownComparison {
  const theirs = referenceFacts(text);
  const ours = ownFacts(text);
  return {
    counts: {
      headings: theirs.headings.length,
      links: theirs.links.length,
      definitions: theirs.definitions.length,
      tasks: theirs.tasks.length,
    },
    differences: markdownGroups.flatMap((group) => [
      ...without(theirs[group], ours[group]).map((fact) => ({ group, side: 'missing', fact }) as const),
      ...without(ours[group], theirs[group]).map((fact) => ({ group, side: 'extra', fact }) as const),
    ]),
  };
}

/** What is in `facts` oftener than in `others`. */
function without(facts: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const fact of others) {
    left.set(fact, (left.get(fact) ?? 0) + 1);
  }
  return facts.filter((fact) => {
    const count = left.get(fact) ?? 0;
    left.set(fact, count - 1);
    return count <= 0;
  });
}
