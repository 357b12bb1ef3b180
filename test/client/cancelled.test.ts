import assert from 'node:assert/strict';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { isCancelled } from '../../client/src/cancelled.ts';

describe('a request that the user cancelled', () => {
  it('is told from one that failed', () => {
    assert.ok(isCancelled(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')));
    for (const other of [
      new ResponseError(LSPErrorCodes.RequestFailed, 'x'),
      new Error('cancelled'),
      'cancelled',
      undefined,
    ]) {
      assert.ok(!isCancelled(other), String(other));
    }
  });
});
