import assert from 'node:assert/strict';
import { linkRole } from '../../../server/src/features/talkViews/linkRole.ts';

describe('linkRole', () => {
  for (const [url, text, role] of [
    ['https://speakerdeck.com/a/b', '', 'slides'],
    ['http://www.slideshare.net/a/b', '', 'slides'],
    ['https://docs.google.com/presentation/d/1', '', 'slides'],
    ['https://example.org/talk.pptx', '', 'slides'],
    ['https://example.org/slides/', '', 'slides'],
    ['https://example.org/talks/2019.pdf', '', 'slides'],
    ['https://www.youtube.com/watch?v=1', '', 'video'],
    ['https://youtu.be/1', '', 'video'],
    ['https://m.youtube.com/watch?v=1', '', 'video'],
    ['http://pyvideo.org/video/1', '', 'video'],
    ['https://www.infoq.com/presentations/a/', '', 'video'],
    ['https://media.ccc.de/v/1', '', 'video'],
    ['https://example.org/a.webm', '', 'video'],
    ['https://github.com/a/b', '', 'code'],
    ['https://gist.github.com/1', '', 'code'],
    ['https://arxiv.org/abs/1', '', 'paper'],
    ['https://example.org/papers/1.pdf', '', 'paper'],
    ['https://flask.readthedocs.io/', '', 'docs'],
    ['https://docs.python.org/3/', '', 'docs'],
    ['https://example.org/docs/', '', 'docs'],
    ['https://example.org/a', 'Slides', 'slides'],
    ['https://github.com/a/slides-of-b', 'the slides', 'slides'],
    ['https://youtu.be/1', 'Recording of the talk', 'video'],
    ['https://example.org/a', 'source code', 'code'],
    ['https://example.org/a', 'documentation', 'docs'],
    ['https://example.org/a', 'The Paper', 'paper'],
    ['https://example.org/a', '', undefined],
    ['https://example.org/landslides-of-2019', 'Landslides', undefined],
    ['https://notyoutube.com/a', '', undefined],
    ['https://github.com.evil.org/a', '', undefined],
    ['https://example.org/b', 'https://example.org/video?', undefined],
    ['mailto:slides@a.org', 'slides', undefined],
    ['', '', undefined],
  ] as const) {
    it(`${url} “${text}” is ${role ?? 'nothing in particular'}`, () => assert.equal(linkRole(url, text), role));
  }
});
