import { describe, expect, it } from 'vitest';
import { ForgeError } from '../../src/model/forge.ts';
import { describeFailure, describeOutcome } from '../../src/publish/describe-outcome.ts';

describe('words for what was published', () => {
  it.each([
    [{ kind: 'created', author: 'x' }, 'The comment was written.'],
    [{ kind: 'updated', author: 'x' }, 'The comment was brought up to date.'],
    [{ kind: 'unchanged', author: 'x' }, 'The comment was up to date.'],
    [{ kind: 'gave-way', to: 'closed' }, 'No comment was written: the pull request is closed.'],
    [
      { kind: 'gave-way', to: 'newer-run' },
      'No comment was written: a later run has commented on this commit.',
    ],
  ] as const)('%j', (outcome, words) => expect(describeOutcome(outcome)).toBe(words));

  it('tell what to do, as the failure has it or as is usual', () => {
    expect(describeFailure('The comment', new ForgeError('locked', '403'))).toBe(
      'The comment was not published: 403 (unlock the conversation and run the job again)',
    );
    expect(describeFailure('It', new ForgeError('locked', '403', { hint: 'wait' }))).toBe(
      'It was not published: 403 (wait)',
    );
    expect(describeFailure('It', new ForgeError('refused', '422'))).toBe('It was not published: 422');
  });
});
