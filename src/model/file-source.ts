/** A regular file of the dataset. */
export interface FileEntry {
  /** Relative to the dataset's directory, with `/`, as the file system spells it. */
  readonly path: string;
  readonly bytes: number;
}

export interface FileListing {
  /** Sorted by path. */
  readonly files: readonly FileEntry[];
  /** Links whose target lies outside the dataset's directory, or nowhere; never followed. Sorted. */
  readonly outside: readonly string[];
}

/** Where the files of a dataset come from. No implementation reads outside the dataset's directory. */
export interface FileSource {
  list(): Promise<FileListing>;
  /**
   * The bytes of a listed file.
   * @throws DatasetError when the file is absent, unreadable or longer than `maxBytes`.
   */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  /**
   * The bytes of a listed file, piece by piece. A piece holds its bytes until the next one is asked for.
   * @throws DatasetError as `read` does, before the first byte over `maxBytes` is given.
   */
  stream(path: string, maxBytes: number): AsyncIterable<Uint8Array>;
  /** Absolute path of a listed file, for workers in other processes. */
  absolutePath(path: string): string;
}
