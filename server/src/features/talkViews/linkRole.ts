/** What a link of a talk is for, as far as its text, its host and its path tell. Cases are tabled in the test. */

export type LinkRole = 'slides' | 'video' | 'code' | 'paper' | 'docs';

/** What people call it; what they say counts more than where it leads. */
const WORDS: readonly (readonly [LinkRole, RegExp])[] = [
  ['slides', /\b(?:slides?|slide ?deck|deck|folien)\b/i],
  ['video', /\b(?:videos?|recordings?|screencast|aufzeichnung)\b/i],
  ['paper', /\b(?:paper|whitepaper|preprint|article)\b/i],
  ['code', /\b(?:code|source|repo|repository|gist|demo)\b/i],
  ['docs', /\b(?:docs?|documentation|manual|reference)\b/i],
];

/** Hosts, their subdomains included. */
const HOSTS: Readonly<Record<string, LinkRole>> = {
  'speakerdeck.com': 'slides',
  'slideshare.net': 'slides',
  'slides.com': 'slides',
  'noti.st': 'slides',
  'prezi.com': 'slides',
  'youtube.com': 'video',
  'youtu.be': 'video',
  'vimeo.com': 'video',
  'media.ccc.de': 'video',
  'pyvideo.org': 'video',
  'twitch.tv': 'video',
  'blip.tv': 'video',
  'dailymotion.com': 'video',
  'github.com': 'code',
  'gitlab.com': 'code',
  'bitbucket.org': 'code',
  'codeberg.org': 'code',
  'sr.ht': 'code',
  'launchpad.net': 'code',
  'sourceforge.net': 'code',
  'pypi.org': 'code',
  'pypi.python.org': 'code',
  'npmjs.com': 'code',
  'crates.io': 'code',
  'arxiv.org': 'paper',
  'doi.org': 'paper',
  'dl.acm.org': 'paper',
  'usenix.org': 'paper',
  'zenodo.org': 'paper',
  'readthedocs.io': 'docs',
  'readthedocs.org': 'docs',
  'docs.rs': 'docs',
  'developer.mozilla.org': 'docs',
  'peps.python.org': 'docs',
};

/** Paths, for hosts that have a bit of everything. */
const PATHS: readonly (readonly [LinkRole, RegExp])[] = [
  ['slides', /^docs\.google\.com\/presentation\b|\.(?:key|pptx?|odp)$|\/slides?(?:[/.]|$)/],
  ['video', /^infoq\.com\/presentations\/|\.(?:mp4|webm|ogv|mov)$|\/videos?(?:\/|$)/],
  ['paper', /\/papers?\/|\/paper\.pdf$/],
  ['slides', /\/(?:talks?|presentations?)\/.*\.pdf$/],
  ['code', /^code\./],
  ['docs', /^(?:docs|wiki)\.|\/docs?(?:\/|$)|\/documentation(?:\/|$)/],
];

/** The role of a link to `url` that reads `text`; `undefined` where nothing tells. */
export function linkRole(url: string, text: string): LinkRole | undefined {
  const parts = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(url);
  if (parts === null) {
    return undefined;
  }
  const host = parts[1]!.toLowerCase();
  // The text of a bare link is its address, which says nothing beyond host and path.
  const said = text.includes('://') ? undefined : WORDS.find(([, word]) => word.test(text));
  const place = `${host}${parts[2]!.toLowerCase()}`;
  return said?.[0] ?? PATHS.find(([, path]) => path.test(place))?.[0] ?? roleOfHost(host);
}

function roleOfHost(host: string): LinkRole | undefined {
  for (let at = host; at !== ''; at = at.includes('.') ? at.slice(at.indexOf('.') + 1) : '') {
    if (Object.hasOwn(HOSTS, at)) {
      return HOSTS[at];
    }
  }
  return undefined;
}
