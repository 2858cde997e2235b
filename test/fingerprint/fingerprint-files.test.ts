import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintFiles, type FingerprintSettings } from '../../src/fingerprint/fingerprint-files.ts';
import { fingerprintImage } from '../../src/fingerprint/fingerprint-image.ts';
import type { Answer } from '../../src/fingerprint/protocol.ts';
import { limits, makePage, toSharp } from './make-images.ts';

const settings: FingerprintSettings = {
  limits: { ...limits, decodeSeconds: 10 },
  palette: { kind: 'color', colors: [[0, 0, 0]] },
  workers: 2,
};

let folder = '';
const names = Array.from({ length: 24 }, (_, index) => `${index}.png`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-fingerprint-'));
  for (const [index, name] of names.entries()) {
    await toSharp(makePage(40 + index, 30, 3, { seed: index + 1 }))
      .png()
      .toFile(join(folder, name));
  }
  // Interlaced, so that it takes about a second to decode.
  await sharp({ create: { width: 7000, height: 7000, channels: 4, background: '#12345678' } })
    .png({ progressive: true, compressionLevel: 1 })
    .toFile(join(folder, 'slow.png'));
});

afterAll(() => rm(folder, { recursive: true }));

function fingerprint(
  paths: readonly string[],
  change: Partial<FingerprintSettings> = {},
  {
    role = 'image',
    root = folder,
    bytes = 1 << 20,
  }: { role?: 'image' | 'mask'; root?: string; bytes?: number } = {},
): Promise<Answer[]> {
  const requests = paths.map((path) => ({ path, absolutePath: join(root, path), bytes, role }));
  return fingerprintFiles(requests, { ...settings, ...change });
}

function faultOf(answer: Answer | undefined): string | undefined {
  return answer?.kind === 'failure' ? answer.fault : answer?.kind;
}

describe('many files', () => {
  it('are answered in the order of the requests, by one worker and by four alike', async () => {
    const [one, four] = await Promise.all([
      fingerprint(names, { workers: 1 }),
      fingerprint([...names].reverse(), { workers: 4 }),
    ]);
    expect(one.map((answer) => (answer.kind === 'image' ? answer.image.width : 0))).toEqual(
      names.map((_, index) => 40 + index),
    );
    expect(four.reverse()).toEqual(one);
    const image = await fingerprintImage(readFileSync(join(folder, '3.png')), limits);
    expect(one[3]).toEqual({ kind: 'image', image });
  });

  it('start no more processes than they are worth', async () => {
    const count = async (files: number, bytes: number): Promise<number> => {
      const running: number[] = [];
      const onProgress = (): void => void running.push(listDecoders().length);
      await fingerprint(names.slice(0, files), { onProgress }, { bytes });
      return Math.max(...running);
    };
    expect(await count(16, 1000)).toBe(1);
    expect(await count(17, 1000)).toBe(2);
    expect(await count(8, 1 << 20)).toBe(2);
  });

  it('tell how many are done', async () => {
    const told: string[] = [];
    await fingerprint(names.slice(0, 5), { onProgress: (done, total) => told.push(`${done}/${total}`) });
    expect(told).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
  });

  it('may be none', async () => {
    expect(await fingerprint([])).toEqual([]);
  });

  it('may be masks', async () => {
    const [answer] = await fingerprint(['0.png'], {}, { role: 'mask' });
    expect(answer).toMatchObject({ kind: 'mask', pixels: 1200, counts: [1200] });
  });
});

describe.skipIf(!existsSync('/proc/self/task'))('a file that takes too long or kills its decoder', () => {
  const mixed = [...names.slice(0, 2), 'slow.png', ...names.slice(2, 9)];

  /** The third file is being decoded when the second is answered. */
  async function fingerprintMixed(signal: NodeJS.Signals, change: Partial<FingerprintSettings> = {}) {
    let signalled = 0;
    const onProgress = (done: number): void => {
      if (done !== 2) return;
      for (const pid of listDecoders()) {
        process.kill(pid, signal);
        signalled++;
      }
    };
    const answers = await fingerprint(mixed, { workers: 1, onProgress, ...change });
    expect(signalled).toBe(1);
    return answers;
  }

  it('costs only itself when it takes too long', async () => {
    // Stopped, since on a busy machine the others may take as long as any file that is slow on its own.
    const answers = await fingerprintMixed('SIGSTOP', { limits: { ...settings.limits, decodeSeconds: 3 } });
    expect(answers.map(faultOf)).toEqual(mixed.map((path) => (path === 'slow.png' ? 'timeout' : 'image')));
    expect(answers[2]).toMatchObject({ detail: 'decoding took longer than 3 s' });
  });

  it('costs only itself when its process is killed', async () => {
    const answers = await fingerprintMixed('SIGKILL');
    expect(answers.map(faultOf)).toEqual(mixed.map((path) => (path === 'slow.png' ? 'crash' : 'image')));
  });
});

/** Process ids of the decoders that this test started. */
function listDecoders(): number[] {
  return readdirSync('/proc/self/task')
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '))
    .map(Number)
    .filter((pid) => pid > 0 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('fingerprint/worker'));
}

describe('what is no file of the dataset', () => {
  it('is refused without waiting for it or following it', async () => {
    const dataset = join(folder, 'dataset');
    mkdirSync(join(dataset, 'folder'), { recursive: true });
    writeFileSync(join(dataset, 'real.png'), readFileSync(join(folder, '0.png')));
    execFileSync('mkfifo', [join(dataset, 'pipe.png')]);
    symlinkSync('/dev/zero', join(dataset, 'zero.png'));
    symlinkSync(join(folder, '0.png'), join(dataset, 'outside.png'));
    symlinkSync('real.png', join(dataset, 'inside.png'));
    symlinkSync('circle.png', join(dataset, 'circle.png'));
    const paths = [
      'pipe.png',
      'zero.png',
      'outside.png',
      'circle.png',
      'absent.png',
      'folder',
      'inside.png',
      'real.png',
    ];
    const answers = await fingerprint(paths, {}, { root: dataset });
    expect(answers.map(faultOf)).toEqual([...new Array<string>(6).fill('missing'), 'image', 'image']);
    expect(answers[6]).toEqual(answers[7]);
    for (const answer of answers) {
      if (answer.kind === 'failure') expect(answer.detail).not.toContain('/');
    }
  });

  it('is refused by its size before it is read', async () => {
    const bytes = readFileSync(join(folder, '0.png')).length;
    const withLimit = (fileBytes: number): Promise<Answer[]> =>
      fingerprint(['0.png'], { limits: { ...settings.limits, fileBytes } });
    expect((await withLimit(bytes)).map(faultOf)).toEqual(['image']);
    expect((await withLimit(bytes - 1)).map(faultOf)).toEqual(['too-large']);
  });
});

const hostile = resolve(import.meta.dirname, '../../../shared/data/hostile');
const isAbsent = !existsSync(hostile);
if (isAbsent) console.warn('skipped: ../shared/data is not there');

describe.skipIf(isAbsent)('hostile files', () => {
  it.each(['image', 'mask'] as const)('are all answered, as %s, in bounded time and memory', async (role) => {
    for (const kind of ['images', 'dicom']) {
      const root = join(hostile, kind);
      const paths = readdirSync(root);
      const memory = watchMemory();
      const started = performance.now();
      const answers = await fingerprint(paths, {}, { root, role });
      expect(performance.now() - started).toBeLessThan(10_000);
      expect(memory.peakMegabytes()).toBeLessThan(1000);
      // None took its decoder with it; DICOM has no decoder yet.
      for (const [index, answer] of answers.entries()) {
        expect(['crash', 'timeout', 'missing', 'too-large'], paths[index]).not.toContain(faultOf(answer));
        if (answer.kind === 'failure') expect(answer.detail.length).toBeLessThanOrEqual(200);
      }
    }
  });
});

it.skipIf(!existsSync('/proc/self/task'))(
  'the largest pictures at the default limit stay below 1 GB',
  async () => {
    // Interlaced files stand in memory twice; four bytes a pixel are the most that count as one pixel.
    const background = { r: 1, g: 2, b: 3, alpha: 0.5 };
    const largest = sharp({ create: { width: 8000, height: 8000, channels: 4, background } });
    await largest.png({ progressive: true, compressionLevel: 1 }).toFile(join(folder, 'largest.png'));
    const wide = sharp({ create: { width: 5656, height: 5656, channels: 4, background } });
    await wide
      .toColourspace('rgb16')
      .png({ progressive: true, compressionLevel: 1 })
      .toFile(join(folder, 'wide.png'));
    const memory = watchMemory();
    const answers = await fingerprint(['largest.png', 'wide.png'], {
      workers: 1,
      limits: { ...settings.limits, decodeSeconds: 60 },
    });
    expect(answers.map(faultOf)).toEqual(['image', 'image']);
    expect(answers.map((answer) => answer.kind === 'image' && answer.image.bitDepth)).toEqual([8, 16]);
    expect(memory.peakMegabytes()).toBeGreaterThan(256);
    expect(memory.peakMegabytes()).toBeLessThan(1000);
  },
  60_000,
);

it.skipIf(!existsSync('/proc/self/task'))(
  'a file of 50,000 pages takes no more memory than one of a few',
  async () => {
    const header = Buffer.from('47494638396101000100800000' + '0000' + '00ffffff', 'hex');
    const frame = Buffer.from('2c0000000001000100000202440100', 'hex');
    const frames = Array.from({ length: 50_000 }, () => frame);
    writeFileSync(join(folder, 'pages.gif'), Buffer.concat([header, ...frames, Buffer.from([0x3b])]));
    const memory = watchMemory();
    const [answer] = await fingerprint(['pages.gif'], { limits: { ...settings.limits, decodeSeconds: 60 } });
    expect(answer).toMatchObject({ image: { pages: 50_000, width: 1, height: 1 } });
    expect(memory.peakMegabytes()).toBeGreaterThan(30);
    expect(memory.peakMegabytes()).toBeLessThan(300);
  },
  60_000,
);

/** Watches the resident memory of this test's decoders from now on. */
function watchMemory(): { peakMegabytes: () => number } {
  let peakKilobytes = 0;
  const timer = setInterval(() => {
    for (const pid of listDecoders()) {
      const peak = /VmHWM:\s+(?<kilobytes>\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
      peakKilobytes = Math.max(peakKilobytes, Number(peak?.groups?.['kilobytes'] ?? 0));
    }
  }, 20);
  return {
    peakMegabytes: () => {
      clearInterval(timer);
      return peakKilobytes / 1000;
    },
  };
}
