/** What someone may want to write at the cursor. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { CompletionPlace, CompletionSubject } from '../../core/model/completion.ts';
import { percentDecoded } from '../../core/text/percentDecoded.ts';
import type { CompletionInput } from './completionInput.ts';
import { type Completion, MOST_PROPOSALS, type Proposal } from './completionItem.ts';
import { speakerProposals, tagProposals } from './mentionProposals.ts';
import { fragmentProposals, headingProposals, labelProposals, nameProposals } from './nameProposals.ts';
import { noteNameProposals } from './noteNameProposals.ts';
import { pathProposals } from './pathProposals.ts';

export interface CompletionOptions {
  /** Leaves out what is offered elsewhere. */
  readonly isWanted?: (subject: CompletionSubject) => boolean;
}

/** Proposals for `offset` of `text`, which the note in `entry` was read from; `undefined` where nothing is to be offered. */
export function completion(
  snapshot: Snapshot,
  entry: NoteEntry,
  text: string,
  offset: number,
  { isWanted = () => true }: CompletionOptions = {},
): Completion | undefined {
  const place = entry.dialect.completionAt(text, offset);
  if (place === undefined || !isWanted(place.subject)) {
    return undefined;
  }
  const { spell, written } = place;
  const plain = spell === undefined ? written : percentDecoded(written);
  const input = { snapshot, path: entry.path, entry, text, written: plain };
  const proposals = proposalsFor(input, place).map((proposal) => spelled(proposal, spell));
  return {
    proposals: proposals.slice(0, MOST_PROPOSALS),
    span: place.span,
    close: place.close,
    isPartial: proposals.length > MOST_PROPOSALS || place.subject.type === 'note-name' || place.subject.type === 'path',
  };
}

function spelled(proposal: Proposal, spell: ((path: string) => string) | undefined): Proposal {
  const { text } = proposal;
  return text === undefined || spell === undefined ? proposal : { ...proposal, text: spell(text) };
}

function proposalsFor(input: CompletionInput, { subject }: CompletionPlace): readonly Proposal[] {
  switch (subject.type) {
    case 'path':
      return pathProposals(input, subject);
    case 'fragment':
      return fragmentProposals(input, subject.path);
    case 'label':
      return labelProposals(input);
    case 'name':
      return nameProposals(input, subject.spaces);
    case 'note-name':
      return noteNameProposals(input);
    case 'note-heading':
      return headingProposals(input, subject.name);
    case 'word':
      return subject.words.map(({ text, snippet }) => ({
        label: text,
        kind: subject.kind,
        ...(snippet === undefined ? {} : { snippet, text: snippet.replace('$0', '') }),
      }));
    case 'speaker':
      return speakerProposals(input);
    case 'tag':
      return tagProposals(input);
  }
}
