/**
 * The user's settings, typed. Whatever an editor sends is checked value by value; what is missing or of a wrong
 * type takes its default. Names and defaults are those of `contributes.configuration` in package.json.
 */

import { defaultParseOptions } from '../core/dialects/dialect.ts';
import type { Severity, SeverityOverrides } from '../features/finding.ts';
import { defaultSeverities } from '../features/findings.ts';
import { defaultTalkOptions } from '../features/talks.ts';
import { readWebSettings, type WebSettings } from './web/webSettings.ts';

type SeveritySetting = Severity | 'off';

export interface Settings {
  /** `talkNotes.outline.enabled`: symbols of a note and of the workspace. */
  readonly outline: boolean;
  /** `talkNotes.folding.enabled` */
  readonly folding: boolean;
  /** `talkNotes.links.enabled`: document links, and findings about links. */
  readonly links: boolean;
  /** `talkNotes.codeLens.todos`: a line to click on above each to-do. */
  readonly todoLenses: boolean;
  /** `talkNotes.codeLens.references`: how often talks are linked to, above their titles. */
  readonly referenceLenses: boolean;
  /** `talkNotes.todos.enabled`: the To-Dos view and checking to-dos off. */
  readonly todos: boolean;
  /** `talkNotes.annotations.enabled` */
  readonly annotations: boolean;
  /** `talkNotes.todos.sections`: titles whose items are to-dos. */
  readonly todoSections: readonly string[];
  /** `talkNotes.todos.doneSection`: title of the section that done to-dos are moved to. */
  readonly doneSection: string;
  /** `talkNotes.todos.doneStamp`: checking off writes the day. */
  readonly doneStamp: boolean;
  /** `talkNotes.talks.level`: level of the titles that are talks; 0 leaves it to the note. */
  readonly talkLevel: number;
  /** `talkNotes.talks.folders`: names of folders whose notes are event notes. */
  readonly talkFolders: readonly string[];
  /** `talkNotes.updateLinksOnFileMove`; the question of `prompt` is the client's. */
  readonly updateLinksOnFileMove: 'prompt' | 'always' | 'never';
  /** `talkNotes.links.web.…`: whether and how the web is asked. */
  readonly web: WebSettings;
  /** `talkNotes.diagnostics.scope` */
  readonly diagnosticsScope: 'openNotes' | 'workspace';
  /** `talkNotes.findings`: severity by finding code. */
  readonly severities: SeverityOverrides;
}

const severitySettings: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads the `talkNotes` section as an editor sends it: nested objects, or one object with dotted keys. */
export function readSettings(section: unknown): Settings {
  const scope = lookup(section, 'diagnostics.scope');
  const moves = lookup(section, 'updateLinksOnFileMove');
  return {
    outline: flag(section, 'outline.enabled'),
    folding: flag(section, 'folding.enabled'),
    links: flag(section, 'links.enabled'),
    todoLenses: lookup(section, 'codeLens.todos') === true,
    referenceLenses: lookup(section, 'codeLens.references') === true,
    todos: flag(section, 'todos.enabled'),
    annotations: flag(section, 'annotations.enabled'),
    todoSections: strings(lookup(section, 'todos.sections')) ?? defaultParseOptions.todoSections,
    doneSection: title(lookup(section, 'todos.doneSection')) ?? 'Done',
    doneStamp: lookup(section, 'todos.doneStamp') === true,
    talkLevel: level(lookup(section, 'talks.level')),
    talkFolders: strings(lookup(section, 'talks.folders')) ?? defaultTalkOptions.folders,
    updateLinksOnFileMove: moves === 'always' || moves === 'never' ? moves : 'prompt',
    web: readWebSettings((key) => lookup(section, `links.web.${key}`)),
    diagnosticsScope: scope === 'workspace' ? 'workspace' : 'openNotes',
    severities: severities(lookup(section, 'findings')),
  };
}

/** The severities that count: with links switched off, findings about links are off as well. */
export function effectiveSeverities(settings: Settings): SeverityOverrides {
  if (settings.links) {
    return settings.severities;
  }
  const aboutLinks = Object.keys(defaultSeverities).filter((code) => !code.startsWith('heading.'));
  return new Map([...settings.severities, ...aboutLinks.map((code) => [code, 'off'] as const)]);
}

/** The globs that are switched on in a `files.exclude` or `search.exclude` value. */
export function readGlobs(value: unknown): readonly string[] {
  return isObject(value) ? Object.keys(value).filter((glob) => value[glob] === true) : [];
}

function lookup(section: unknown, key: string): unknown {
  if (!isObject(section)) {
    return undefined;
  }
  if (key in section) {
    return section[key];
  }
  const dot = key.indexOf('.');
  return dot < 0 ? undefined : lookup(section[key.slice(0, dot)], key.slice(dot + 1));
}

function flag(section: unknown, key: string): boolean {
  return lookup(section, key) !== false;
}

function level(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9 ? value : 0;
}

function title(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function strings(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;
}

function severities(value: unknown): SeverityOverrides {
  const known = new Map<string, SeveritySetting>();
  for (const [code, severity] of isObject(value) ? Object.entries(value) : []) {
    if (isSeverity(severity)) {
      known.set(code, severity);
    }
  }
  return known;
}

function isSeverity(value: unknown): value is SeveritySetting {
  return typeof value === 'string' && severitySettings.includes(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
