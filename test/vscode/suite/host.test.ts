import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the host', () => {
  it('is a VS Code that the extension supports', () => {
    const [major, minor] = vscode.version.split('.').map(Number);
    assert.equal(major, 1);
    assert.ok(minor !== undefined && minor >= 101, vscode.version);
  });
});
