import { adjacentHeading } from '../../features/adjacentHeading.ts';
import { adjacentTalk, talkList } from '../../features/talkList.ts';
import type { TalkOptions } from '../../features/talks.ts';
import { talkPath, talksTree } from '../../features/talksTree.ts';
import type { ServerContext } from '../context.ts';
import { rangeIn, toRange } from '../convert.ts';
import {
  type AdjacentTalkParams,
  type AdjacentTalkResult,
  adjacentTalkRequest,
  type TalkListResult,
  type TalkPathParams,
  type TalksResult,
  type TreeParams,
  talkListRequest,
  talkPathRequest,
  talksRequest,
} from '../protocol.ts';
import type { Settings } from '../settings.ts';

/** What the side bar's views and the commands about talks ask for. */
export function registerTrees(context: ServerContext): void {
  registerTalks(context);
  registerTalkSteps(context);
}

function registerTalks({ connection, handle, convert, workspace, documents, settings }: ServerContext): void {
  connection.onRequest(
    talksRequest.method,
    handle.request(
      talksRequest.method,
      (): TalksResult => ({ nodes: [] }),
      ({ parent }: TreeParams) => {
        const { snapshot } = workspace;
        return { nodes: convert.treeNodes(snapshot, talksTree(snapshot, talkOptions(settings()), parent)) };
      },
    ),
  );
  connection.onRequest(
    talkListRequest.method,
    handle.request(
      talkListRequest.method,
      (): TalkListResult => ({ talks: [] }),
      () => {
        const { snapshot } = workspace;
        const talks = talkList(snapshot, talkOptions(settings())).map(({ path, span, ...talk }) => ({
          ...talk,
          uri: documents.uri(path),
          range: rangeIn(snapshot, path, span),
        }));
        return { talks };
      },
    ),
  );
}

function registerTalkSteps({ connection, handle, convert, settings }: ServerContext): void {
  connection.onRequest(
    talkPathRequest.method,
    handle.request(
      talkPathRequest.method,
      (): TalksResult => ({ nodes: [] }),
      ({ uri, position }: TalkPathParams) => {
        const note = handle.find(uri);
        if (note === undefined) {
          return { nodes: [] };
        }
        const offset = note.entry.note.lines.offsetAt(position);
        const rows = talkPath(note.snapshot, talkOptions(settings()), note.path, offset);
        return { nodes: convert.treeNodes(note.snapshot, rows) };
      },
    ),
  );
  connection.onRequest(
    adjacentTalkRequest.method,
    handle.request(
      adjacentTalkRequest.method,
      (): AdjacentTalkResult => ({}),
      ({ uri, position, direction, among }: AdjacentTalkParams) => {
        const note = handle.find(uri);
        if (note === undefined) {
          return {};
        }
        const { lines } = note.entry.note;
        const offset = lines.offsetAt(position);
        const talk =
          among === 'headings'
            ? adjacentHeading(note.entry.note, offset, direction)
            : adjacentTalk(note.snapshot, talkOptions(settings()), note.path, offset, direction);
        return talk === undefined ? {} : { title: talk.title, range: toRange(lines, talk.span) };
      },
    ),
  );
}

function talkOptions(settings: Settings): TalkOptions {
  return { folders: settings.talkFolders, level: settings.talkLevel };
}
