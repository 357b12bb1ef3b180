/** Who writes annotations: what the settings say, else git, else the system. */
import { extensions, type Uri, workspace } from 'vscode';
import type { Platform } from '../platform.ts';

/** The part of the git extension's interface, version 1, that is used here. */
interface GitApi {
  getRepository(uri: Uri): { getConfig(key: string): Promise<string> } | null;
}

/** The author's name for annotations of that note; '' where nobody says. */
export async function authorName(uri: Uri, platform: Platform): Promise<string> {
  const set = workspace.getConfiguration('talkNotes', uri).get('annotations.author', '').trim();
  if (set !== '') return set;
  return (await gitName(uri)) || platform.userName();
}

/** As notes are dated: `2026-11-23 14:05`, by the clock on the wall. */
export function dateText(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What the repository around the note, or git itself, is configured with. */
async function gitName(uri: Uri): Promise<string> {
  const git = extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!git?.isActive) return '';
  try {
    return (await git.exports.getAPI(1).getRepository(uri)?.getConfig('user.name'))?.trim() ?? '';
  } catch {
    // Git is switched off, or not installed.
    return '';
  }
}
