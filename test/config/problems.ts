import { parseConfig } from '../../src/config/parse.ts';
import { ConfigError } from '../../src/model/errors.ts';
import { declarations } from './declarations.ts';

/** The problems of a text as a user sees them, one a line; empty where it is a valid config. */
export function listMessages(text: string): string[] {
  try {
    parseConfig(text, 'holdout.yml', declarations);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
}
