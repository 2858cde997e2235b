import { describe, expect, it } from 'vitest';
import { digestConfig, readInputs, readTitle, writeInputs } from '../../src/publish/baseline-request.ts';

const request = {
  pullRequest: 7,
  headSha: 'a'.repeat(40),
  correlationId: 'c'.repeat(32),
  configDigest: 'd'.repeat(64),
};
const ofBranch = { ...request, pullRequest: undefined };
const {
  pr = '',
  head_sha: sha = '',
  correlation_id: id = '',
  config_digest: digest = '',
} = writeInputs(request);
const title = `holdout baseline of #${pr} at ${sha} [${id} ${digest}]`;

describe('the title of a run', () => {
  it('tells the request', () => {
    expect(readTitle(title)).toEqual(request);
    expect(readTitle(title.replace('#7', '#none'))).toEqual(ofBranch);
  });

  it.each([
    ` ${title}`,
    `${title} `,
    `${title}\n`,
    title.replace('#7', '#07'),
    title.replace('#7', '#7.5'),
    title.replace('#7', '#-7'),
    title.replace('#7', '#0'),
    title.replace('#7', '#None'),
    title.replace('#7', '#'),
    title.replace('#7', `#${'9'.repeat(16)}`),
    title.replace(sha, sha.slice(1)),
    title.replace(id, `${id} x`),
    `${title} at ${sha} [ ]`,
    `holdout baseline of #${title} at  [ ]`,
    '',
  ])('tells nothing where it is %j', (other) => {
    expect(readTitle(other)).toBeUndefined();
  });
});

describe('the inputs of a run', () => {
  it('are the request, and nothing where one is missing or of another kind', () => {
    const inputs = writeInputs(request);
    expect(readInputs(inputs)).toEqual(request);
    expect(readInputs(writeInputs(ofBranch))).toEqual(ofBranch);
    for (const name of Object.keys(inputs)) {
      expect(readInputs({ ...inputs, [name]: undefined })).toBeUndefined();
      expect(readInputs({ ...inputs, [name]: 7 })).toBeUndefined();
      expect(readInputs({ ...inputs, [name]: `${inputs[name] ?? ''}\n` })).toBeUndefined();
    }
  });
});

describe('digestConfig', () => {
  it('is the same for a checkout on Windows, and another for another text', () => {
    expect(digestConfig('a: 1\r\nb: 2\r\n')).toBe(digestConfig('a: 1\nb: 2\n'));
    expect(digestConfig('a: 1\nb: 3\n')).not.toBe(digestConfig('a: 1\nb: 2\n'));
    // Of the SHA-256 of nothing, as FIPS 180-4 has it.
    expect(digestConfig('')).toMatch(/^e3b0c44298fc1c14/u);
  });
});
