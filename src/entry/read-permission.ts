import { ForgeError, type Forge, type Permission } from '../model/forge.ts';

/**
 * What the author of a comment may do, by the forge's word: what the comment says of its author is not to be relied on.
 * @param author login; empty where the account is gone
 */
export async function readPermission(forge: Forge, author: string): Promise<Permission> {
  if (author === '') return 'none';
  try {
    return await forge.readPermission(author);
  } catch (error) {
    if (error instanceof ForgeError && error.reason === 'missing') return 'none';
    throw error;
  }
}
