import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTempFolder, type TempFolder } from '../../scripts/support/tempFolder.ts';
import { serverEnvironment } from '../support/lspClient.ts';
import { testCertificate } from '../support/testCertificate.ts';
import { status, WebHost } from '../support/webHost.ts';

/** In a process of its own: what a process trusts is settled when it starts. Arguments: module, address. */
const asking = `
const [module, url] = process.argv.slice(1);
const { UndiciClient } = await import(module);
const lookup = { lookup: async () => [{ address: '127.0.0.1', family: 4 }], isUnknown: async () => false };
const client = new UndiciClient({ isAllowedAddress: () => true, lookup, systemCertificates: true, proxy: { off: true } });
const request = { method: 'HEAD', url, userAgent: 'TalkNotes', timeoutMs: 15000, bodyBytes: 0 };
const answer = await client.request(request, new AbortController().signal);
console.log(answer.status ?? answer.reason);
process.exit();
`;

describe('certificates that are trusted', () => {
  let folder: TempFolder;
  let web: WebHost;

  beforeEach(async () => {
    folder = await makeTempFolder();
    web = await WebHost.start();
    web.page('trusted.test', '/a', status(204));
  });
  afterEach(async () => {
    await web.close();
    await folder.remove();
  });

  function ask(env: NodeJS.ProcessEnv): Promise<string> {
    const module = new URL('../../server/src/platform/node/web/httpClient.ts', import.meta.url).href;
    const words = ['--input-type=module', '-e', asking, module, web.secureUrl('trusted.test', '/a')];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, words, { env: { ...serverEnvironment, ...env } }, (error, out) =>
        error ? reject(error) : resolve(out.trim()),
      );
    });
  }

  it('are those that Node brings along, and those that the environment names', async () => {
    const file = join(folder.path, 'ca.pem');
    await writeFile(file, testCertificate.cert);
    assert.equal(await ask({}), 'certificate');
    assert.equal(await ask({ NODE_EXTRA_CA_CERTS: file }), '204');
  });

  it('are those of the operating system, too', async function () {
    // Elsewhere no variable says where the system keeps them.
    if (process.platform !== 'linux') this.skip();
    const file = join(folder.path, 'system.pem');
    await writeFile(file, testCertificate.cert);
    assert.equal(await ask({ SSL_CERT_FILE: file }), '204');
  });
});
