import { adjacentHeading } from '../../features/adjacentHeading.ts';
import { adjacentTalk, talkList } from '../../features/talkList.ts';
import type { TalkOptions } from '../../features/talks.ts';
import { talkPath } from '../../features/talksTree.ts';
import { talksInView } from '../../features/talkViews/talksInView.ts';
import { type TalkView, talkGroupings, talkSubsets } from '../../features/talkViews/talkView.ts';
import type { ServerContext } from '../context.ts';
import { rangeIn, toRange } from '../convert.ts';
import {
  type AdjacentTalkParams,
  type AdjacentTalkResult,
  adjacentTalkRequest,
  type TalkListResult,
  type TalkPathParams,
  type TalksParams,
  type TalksResult,
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
      ({ parent, ...params }: TalksParams) => {
        const { snapshot } = workspace;
        const rows = talksInView(snapshot, talkOptions(settings()), toView(params), parent);
        return { nodes: convert.treeNodes(snapshot, rows) };
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

/** What another client asks for in another way, or not at all, is everything by event. */
function toView({ groupBy, filter, subset }: TalksParams): TalkView {
  return {
    groupBy: talkGroupings.find((each) => each === groupBy) ?? 'event',
    filter: typeof filter === 'string' ? filter : '',
    subset: talkSubsets.find((each) => each === subset) ?? 'all',
  };
}

function talkOptions(settings: Settings): TalkOptions {
  return { folders: settings.talkFolders, level: settings.talkLevel };
}
