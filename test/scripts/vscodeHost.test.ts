import assert from 'node:assert/strict';
import { ownNpmEnvironment } from '../../scripts/support/npmInstall.ts';
import { isAtLeast } from '../../scripts/vscode/openDesktop.ts';
import { workbenchUrl } from '../../scripts/vscode/workbenchUrl.ts';

describe('the VS Code host', () => {
  it('compares versions by number', () => {
    assert.ok(isAtLeast('1.101.0', '1.101.0'));
    assert.ok(isAtLeast('1.139.1', '1.101.0'));
    assert.ok(!isAtLeast('1.99.3', '1.101.0'));
  });

  it('keeps of an npm script only how to reach the registry, for the npm it starts', () => {
    const environment = {
      PATH: '/bin',
      INIT_CWD: '/project',
      npm_config_registry: 'https://registry.invalid/',
      npm_config_https_proxy: 'http://proxy.invalid',
      npm_config_local_prefix: '/project',
      npm_config_omit: 'dev',
      npm_package_name: 'talk-notes',
    };
    assert.deepEqual(ownNpmEnvironment(environment), {
      PATH: '/bin',
      npm_config_registry: 'https://registry.invalid/',
      npm_config_https_proxy: 'http://proxy.invalid',
    });
  });

  it('opens a folder with the secret in the address', () => {
    assert.equal(
      workbenchUrl({ origin: 'http://127.0.0.1:1', folder: '/my notes', token: 'secret' }),
      'http://127.0.0.1:1/?tkn=secret&folder=%2Fmy%20notes',
    );
  });

  it('names the extension and its tests by the authority that VS Code expects', () => {
    const tests = { extension: '/extension', module: '/extension/out/index.cjs' };
    const url = new URL(workbenchUrl({ origin: 'http://127.0.0.1:1', folder: '/notes', tests }));
    assert.deepEqual(JSON.parse(url.searchParams.get('payload') ?? ''), [
      ['extensionDevelopmentPath', 'vscode-remote://remote/extension'],
      ['extensionTestsPath', 'vscode-remote://remote/extension/out/index.cjs'],
    ]);
  });
});
