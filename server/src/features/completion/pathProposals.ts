/** Paths to notes and files: what is in the folder that is written already, and notes elsewhere by their names. */

import { isNoteSuffix } from '../../core/index/noteSuffixes.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { sourceRoot } from '../../core/index/sourceRoot.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import type { CompletionSubject } from '../../core/model/completion.ts';
import { basename, dirname, extname, join, type NotePath, relativePath } from '../../core/text/path.ts';
import { isImage } from '../images.ts';
import { noteTitle } from '../sections.ts';
import type { CompletionInput } from './completionInput.ts';
import { MOST_PROPOSALS, type Proposal } from './completionItem.ts';
import { fits } from './fits.ts';

type PathSubject = Extract<CompletionSubject, { type: 'path' }>;

/** Nothing is offered for what starts as an address. */
const SCHEME = /^[A-Za-z][\w+.-]*:/;

export function pathProposals(input: CompletionInput, subject: PathSubject): readonly Proposal[] {
  const { written } = input;
  if (SCHEME.test(written)) {
    return [];
  }
  const folderPart = written.slice(0, written.lastIndexOf('/') + 1);
  const inFolder = folderProposals(input, subject, folderPart);
  const elsewhere = folderPart === '' && written !== '' ? noteProposals(input, subject) : [];
  const known = new Set(inFolder.map(({ text }) => text));
  return [...inFolder, ...elsewhere.filter(({ text }) => !known.has(text))];
}

/** What lies in the folder that `folderPart` names, as seen from the note or the source root. */
function folderProposals(
  { snapshot, path }: CompletionInput,
  subject: PathSubject,
  folderPart: string,
): readonly Proposal[] {
  const base = folderPart.startsWith('/') ? sourceRoot(snapshot, path) : dirname(path);
  const folder = join(base, folderPart);
  const proposals: Proposal[] = [];
  for (const [name, kind] of snapshot.files.namesIn(folder) ?? []) {
    const whole = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
    if (kind === 'folder') {
      if (!name.startsWith('.')) {
        proposals.push({ label: `${name}/`, text: `${folderPart}${name}/`, kind: 'folder', isOpen: true });
      }
    } else if (isWanted(snapshot, whole, subject) && whole !== path) {
      proposals.push(fileProposal(snapshot, whole, subject, folderPart + name));
    }
  }
  return proposals;
}

/** Notes anywhere, by what their files are called. */
function noteProposals({ snapshot, path, written }: CompletionInput, subject: PathSubject): readonly Proposal[] {
  const proposals: Proposal[] = [];
  if (subject.images) {
    return proposals;
  }
  for (const entry of snapshot.notes.entries()) {
    if (entry.path !== path && fits(basename(entry.path), written)) {
      const proposal = fileProposal(snapshot, entry.path, subject, relativePath(dirname(path), entry.path));
      proposals.push({ ...proposal, label: proposal.text ?? proposal.label });
      if (proposals.length > MOST_PROPOSALS) {
        break;
      }
    }
  }
  return proposals;
}

function fileProposal(snapshot: Snapshot, path: NotePath, { to }: PathSubject, written: string): Proposal {
  const note = snapshot.notes.get(path)?.note;
  const text = to === 'note' ? written.slice(0, written.length - extname(path).length) : written;
  return {
    label: basename(text),
    text,
    kind: note === undefined ? 'file' : 'note',
    detail: note === undefined ? displayPath(snapshot.roots, path) : noteTitle(note, displayPath(snapshot.roots, path)),
  };
}

function isWanted(snapshot: Snapshot, path: NotePath, { to, images }: PathSubject): boolean {
  if (to === 'note') {
    return snapshot.notes.get(path) !== undefined || isNoteSuffix(extname(path));
  }
  return !images || isImage(path);
}
