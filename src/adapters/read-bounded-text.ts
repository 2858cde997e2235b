import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { HoldoutError } from '../model/errors.ts';

/**
 * The text of a file that a person names.
 * @throws HoldoutError where it is no readable file of at most `maxBytes`
 */
export async function readBoundedText(path: string, maxBytes: number): Promise<string> {
  try {
    // Without O_NONBLOCK, opening a pipe would wait for ever.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await file.stat();
      if (!status.isFile()) throw new HoldoutError('usage', `${path} is no file`);
      if (status.size > maxBytes)
        throw new HoldoutError('usage', `${path} has ${status.size} bytes; at most ${maxBytes} are read`);
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof HoldoutError) throw cause;
    throw new HoldoutError('usage', `${path} cannot be read`, {
      hint: 'check that it is there and its permissions',
      cause,
    });
  }
}
